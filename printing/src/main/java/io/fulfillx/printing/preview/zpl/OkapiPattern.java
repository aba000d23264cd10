package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.OkapiException;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes the pattern out of a symbol of the library, to be drawn on whole dots. */
final class OkapiPattern {
    private OkapiPattern() {}

    /**
     * Widths of bars and spaces in modules, rounded.
     *
     * @throws IllegalArgumentException when the symbology cannot hold the data
     */
    static int[] widths(Symbol symbol, String data) {
        encode(symbol, data);
        List<Rectangle> bars = new ArrayList<>(symbol.getRectangles());
        bars.sort(Comparator.comparingDouble(bar -> bar.x));
        int[] widths = new int[Math.max(1, bars.size() * 2 - 1)];
        for (int i = 0; i < bars.size(); i++) {
            Rectangle bar = bars.get(i);
            widths[i * 2] = (int) Math.ceil(bar.width - 0.01);
            if (i > 0) {
                Rectangle before = bars.get(i - 1);
                widths[i * 2 - 1] = (int) Math.ceil(bar.x - before.x - before.width - 0.01);
            }
        }
        return widths;
    }

    /**
     * All modules as dots.
     *
     * @throws IllegalArgumentException when the symbology cannot hold the data
     */
    static Bitmap modules(Symbol symbol, String data) {
        encode(symbol, data);
        double right = 1;
        double bottom = 1;
        for (Rectangle part : symbol.getRectangles()) {
            right = Math.max(right, part.x + part.width);
            bottom = Math.max(bottom, part.y + part.height);
        }
        Canvas canvas = new Canvas((int) Math.round(right), (int) Math.round(bottom));
        for (Rectangle part : symbol.getRectangles()) {
            int left = (int) Math.round(part.x);
            int top = (int) Math.round(part.y);
            int width = (int) Math.round(part.x + part.width) - left;
            int height = (int) Math.round(part.y + part.height) - top;
            canvas.fill(left, top, width, height, Ink.BLACK);
        }
        return canvas.bitmap();
    }

    private static void encode(Symbol symbol, String data) {
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setModuleWidth(1);
        try {
            symbol.setContent(data);
        } catch (OkapiException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
