package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import java.util.List;

/**
 * The look all linear symbologies share.
 *
 * @param module dots of the narrowest bar
 * @param ratio of wide to narrow, where a symbology has only two widths
 * @param height of the bars in dots
 * @param line whether the data is printed in letters
 * @param above whether over the bars rather than under them
 */
record Bars(int module, double ratio, int height, boolean line, boolean above) {
    /** Letters are so many modules high. */
    private static final int LINE_MODULES = 10;

    /** Bars and spaces in modules. */
    SymbolArt art(int[] modules, String text) {
        int[] dots = modules.clone();
        for (int i = 0; i < dots.length; i++) {
            dots[i] *= module;
        }
        return art(Grid.bars(dots, height), text);
    }

    /** Bars and spaces of two widths, wide where the number is above one. */
    SymbolArt twoWidths(int[] modules, String text) {
        int wide = (int) Math.round(module * ratio);
        int[] dots = new int[modules.length];
        for (int i = 0; i < dots.length; i++) {
            dots[i] = modules[i] > 1 ? wide : module;
        }
        return art(Grid.bars(dots, height), text);
    }

    private SymbolArt art(Bitmap dots, String text) {
        if (!line || text.isEmpty()) {
            return SymbolArt.of(dots);
        }
        double size = LINE_MODULES * module;
        TextStyle style = new TextStyle(Typefaces.MONO, size, 1, 0);
        double x = dots.width() / 2.0 - style.length(text) / 2;
        double y = above ? -size / 2 : dots.height() + size;
        return SymbolArt.of(dots).with(List.of(new SymbolArt.Caption(text, x, y, style)));
    }
}
