package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import uk.org.okapibarcode.backend.CodablockF;
import uk.org.okapibarcode.backend.Code49;
import uk.org.okapibarcode.backend.Composite;
import uk.org.okapibarcode.backend.Composite.LinearEncoding;
import uk.org.okapibarcode.backend.DataBar14;
import uk.org.okapibarcode.backend.DataBarExpanded;
import uk.org.okapibarcode.backend.DataBarLimited;
import uk.org.okapibarcode.backend.Pdf417;
import uk.org.okapibarcode.backend.Postnet;
import uk.org.okapibarcode.backend.Symbol;

/** Symbols of several rows or heights, drawn by the library on a grid of modules. */
final class StackedSymbols {
    private static final int DATABAR_MODULES = 33;

    private StackedSymbols() {}

    /**
     * @param rowHeight dots
     * @param security 0 to 8
     * @param columns 0 for a square shape
     * @param rows 0 for as many as needed
     */
    static SymbolArt pdf417(
            String data,
            int module,
            int rowHeight,
            int security,
            int columns,
            int rows,
            boolean truncated) {
        Pdf417 code = new Pdf417(truncated ? Pdf417.Mode.TRUNCATED : Pdf417.Mode.NORMAL);
        code.setPreferredEccLevel(security);
        if (columns > 0) {
            code.setDataColumns(columns);
        }
        if (rows >= 3) {
            code.setRows(rows);
        }
        code.setBarHeight(1);
        Bitmap modules = OkapiPattern.modules(code, data);
        return SymbolArt.of(Grid.scaled(modules, module, rowHeight));
    }

    static SymbolArt microPdf417(String data, int module, int rowHeight) {
        Pdf417 code = new Pdf417(Pdf417.Mode.MICRO);
        code.setBarHeight(1);
        return SymbolArt.of(Grid.scaled(OkapiPattern.modules(code, data), module, rowHeight));
    }

    static SymbolArt codablock(String data, int module) {
        return square(new CodablockF(), data, module);
    }

    static SymbolArt code49(String data, int module) {
        return square(new Code49(), data, module);
    }

    static SymbolArt postal(String data, boolean planet, int module, int height) {
        Postnet code = new Postnet(planet ? Postnet.Mode.PLANET : Postnet.Mode.POSTNET);
        Bitmap modules = OkapiPattern.modules(code, data);
        int scale = Math.max(1, Math.round((float) height / modules.height()));
        return SymbolArt.of(Grid.scaled(modules, module, scale));
    }

    private static SymbolArt square(Symbol symbol, String data, int module) {
        Bitmap modules = OkapiPattern.modules(symbol, data);
        return SymbolArt.of(Grid.scaled(modules, module, module));
    }

    /**
     * The DataBar family, plain or with a second part after a vertical bar.
     *
     * @param type as numbered by the printer: 1 omnidirectional, 2 truncated, 3 stacked, 4 stacked
     *     omnidirectional, 5 limited, 6 expanded, 7 to 12 composites of other linear symbols
     * @param height of the linear part in dots
     * @param segments across, of the expanded stacked form
     */
    static SymbolArt dataBar(String data, int type, int module, int height, int segments) {
        int bar = data.indexOf('|');
        if (bar >= 0 || type >= 7) {
            return composite(data, bar, type, module);
        }
        String digits = data.replaceAll("[^0-9]", "");
        return switch (type) {
            case 3 -> square(new DataBar14(DataBar14.Mode.STACKED), digits, module);
            case 4 -> square(new DataBar14(DataBar14.Mode.OMNI), digits, module);
            case 5 -> tall(new DataBarLimited(), digits, module, height);
            case 6 -> expanded(data, module, height, segments);
            case 2 -> tall(new DataBar14(), digits, module, 13 * module);
            default -> tall(new DataBar14(), digits, module, height);
        };
    }

    private static SymbolArt expanded(String data, int module, int height, int segments) {
        DataBarExpanded code = new DataBarExpanded();
        boolean stacked = segments > 0 && segments < 22;
        code.setStacked(stacked);
        if (stacked) {
            code.setPreferredColumns(Math.max(1, segments / 2));
        }
        code.setDataType(Symbol.DataType.GS1);
        return stacked
                ? square(code, bracketed(data), module)
                : tall(code, bracketed(data), module, height);
    }

    /** The library wants application identifiers in square brackets. */
    private static String bracketed(String data) {
        return data.replace('(', '[').replace(')', ']');
    }

    private static SymbolArt tall(Symbol symbol, String data, int module, int height) {
        int[] widths = OkapiPattern.widths(symbol, data);
        for (int i = 0; i < widths.length; i++) {
            widths[i] *= module;
        }
        Bitmap bars = Grid.bars(widths, Math.max(height, 1));
        boolean startsWithSpace = symbol.getRectangles().stream().noneMatch(part -> part.x < 0.5);
        if (!startsWithSpace) {
            return SymbolArt.of(bars);
        }
        return SymbolArt.of(bars.crop(-module, 0, bars.width() + module, bars.height()));
    }

    private static SymbolArt composite(String data, int bar, int type, int module) {
        Composite code = new Composite();
        code.setSymbology(
                switch (type) {
                    case 1, 2 -> LinearEncoding.DATABAR_14;
                    case 3 -> LinearEncoding.DATABAR_14_STACK;
                    case 4 -> LinearEncoding.DATABAR_14_STACK_OMNI;
                    case 5 -> LinearEncoding.DATABAR_LIMITED;
                    case 6 -> LinearEncoding.DATABAR_EXPANDED;
                    case 7 -> LinearEncoding.UPCA;
                    case 8 -> LinearEncoding.UPCE;
                    case 9, 10 -> LinearEncoding.EAN;
                    default -> LinearEncoding.CODE_128;
                });
        code.setLinearContent(bar >= 0 ? data.substring(0, bar) : data);
        code.setBarHeight(DATABAR_MODULES);
        return square(code, bar >= 0 ? bracketed(data.substring(bar + 1)) : "[21]0", module);
    }
}
