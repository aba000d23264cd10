package io.fulfillx.launcher.bench.printing;

import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.symbol.Symbol;
import io.fulfillx.printing.symbol.Symbology;

import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.Code3Of9;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.graphics.Rectangle;

import java.util.List;
import java.util.Random;

/** What can go wrong with a label before it is printed. */
enum LabelMutation {
    /** Another digit in the number, with a valid check character. */
    WRONG_DIGIT,
    /** No symbol with the number at all. */
    MISSING,
    /** A white strip through the main symbol. */
    WIPED,
    /** The symbol of another label. */
    OTHER_LABEL,
    /** Half of the main symbol is off the label. */
    CUT;

    /**
     * @param main the linear symbol with the number
     * @param carriers all symbols with the number
     */
    Bitmap of(Bitmap label, Symbol main, List<Symbol> carriers, Random random) {
        Bitmap result = Bitmap.of(label.width(), label.height(), label.rows());
        Symbol.Area area = main.area();
        boolean lying = area.height() > 2 * area.width();
        int length = lying ? area.height() : area.width();
        switch (this) {
            case WRONG_DIGIT -> redraw(result, main, changed(main.payload(), 1, random));
            case OTHER_LABEL -> redraw(result, main, changed(main.payload(), 6, random));
            case MISSING -> carriers.forEach(symbol -> clear(result, symbol.area()));
            case WIPED -> {
                int begin = length / 5 + random.nextInt(length / 3);
                strip(result, area, lying, begin, length / 5);
            }
            case CUT -> strip(result, area, lying, length / 2, length);
        }
        return result;
    }

    private static void clear(Bitmap label, Symbol.Area area) {
        label.fill(area.x() - 2, area.y() - 14, area.width() + 4, area.height() + 28, false);
    }

    private static void strip(Bitmap label, Symbol.Area area, boolean lying, int begin, int size) {
        if (lying) {
            label.fill(area.x() - 2, area.y() + begin, area.width() + 4, size, false);
        } else {
            label.fill(area.x() + begin, area.y() - 14, size, area.height() + 28, false);
        }
    }

    private static String changed(String payload, int digits, Random random) {
        char[] text = payload.toCharArray();
        for (int changed = 0; changed < digits; ) {
            int at = text.length - 1 - random.nextInt(Math.min(8, text.length));
            if (Character.isDigit(text[at])) {
                text[at] = (char) ('0' + (text[at] - '0' + 1 + random.nextInt(9)) % 10);
                changed++;
            }
        }
        return new String(text).equals(payload)
                ? changed(payload, digits, random)
                : new String(text);
    }

    private static void redraw(Bitmap label, Symbol main, String payload) {
        clear(label, main.area());
        var symbol =
                switch (main.kind()) {
                    case CODE_39 -> new Code3Of9();
                    case ITF -> new Code2Of5(Code2Of5.ToFMode.INTERLEAVED);
                    default -> new Code128();
                };
        symbol.setModuleWidth(1);
        symbol.setBarHeight(60);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setContent(payload.replace('\u001d', '-'));
        boolean lying = main.area().height() > 2 * main.area().width();
        int module = main.kind() == Symbology.CODE_39 ? 1 : 2;
        for (Rectangle bar : symbol.getRectangles()) {
            int along = 4 + (int) Math.round(bar.x * module);
            int wide = (int) Math.round(bar.width * module);
            if (lying) {
                label.fill(main.area().x() + 4, main.area().y() + along, 60, wide, true);
            } else {
                label.fill(main.area().x() + along, main.area().y() + 4, wide, 60, true);
            }
        }
    }
}
