package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.List;

/** {@code ^BE}, {@code ^B8}, {@code ^BU} and {@code ^B9}: guards longer than the other bars. */
record RetailBarcode(Bars bars, int quarters, Kind kind) implements Barcode {
    enum Kind {
        EAN_13,
        EAN_8,
        UPC_A,
        UPC_E
    }

    /** The pattern, its digits and how many modules of guard stand left, middle and right. */
    private record Code(int[] widths, String digits, int left, int middle, int right) {}

    private static final int LONGEST_GUARD = 20;

    @Override
    public SymbolArt draw(String data, String text) {
        Code code =
                switch (kind) {
                    case EAN_13 -> ean13(data);
                    case EAN_8 -> ean8(data);
                    case UPC_A -> upcA(data);
                    case UPC_E -> upcE(data);
                };
        int module = bars.module();
        int guard = Math.min(module * 5, LONGEST_GUARD);
        Bitmap dots = dots(code, guard);
        int right = quarters == 1 ? -guard : 0;
        int down = quarters == 2 ? -guard : 0;
        SymbolArt art = SymbolArt.of(dots).shifted(right, down);
        return bars.line() ? art.with(captions(code, dots, guard)) : art;
    }

    private static Code ean13(String data) {
        String twelve = EanUpc.digits(data, 12);
        String digits = twelve + EanUpc.checkDigit(twelve);
        return new Code(EanUpc.ean13(digits), digits, 3, 5, 3);
    }

    private static Code ean8(String data) {
        String seven = EanUpc.digits(data, 7);
        String digits = seven + EanUpc.checkDigit(seven);
        return new Code(EanUpc.ean8(digits), digits, 3, 5, 3);
    }

    private static Code upcA(String data) {
        String eleven = EanUpc.digits(data, 11);
        String digits = eleven + EanUpc.checkDigit(eleven);
        return new Code(EanUpc.ean13("0" + digits), digits, 10, 5, 10);
    }

    private static Code upcE(String data) {
        String ten = EanUpc.digits(data, data.length() <= 7 ? 7 : 10);
        char system = data.length() <= 7 ? ten.charAt(0) : '0';
        String six = data.length() <= 7 ? ten.substring(1) : shortened(ten);
        char check = EanUpc.checkDigit(EanUpc.expanded(six, system));
        int[] widths = EanUpc.upcE(six, check, system);
        return new Code(widths, system + six + check, 3, 0, 6);
    }

    /** Five digits of manufacturer and five of product with enough zeros, in six. */
    private static String shortened(String ten) {
        String maker = ten.substring(0, 5);
        String product = ten.substring(5);
        if (maker.matches("..[012]00")) {
            return maker.substring(0, 2) + product.substring(2) + maker.charAt(2);
        }
        if (maker.endsWith("00")) {
            return maker.substring(0, 3) + product.substring(3) + "3";
        }
        if (maker.endsWith("0")) {
            return maker.substring(0, 4) + product.charAt(4) + "4";
        }
        return maker + product.charAt(4);
    }

    private Bitmap dots(Code code, int guard) {
        int module = bars.module();
        int total = 0;
        for (int width : code.widths) {
            total += width;
        }
        int[] wide = code.widths.clone();
        for (int i = 0; i < wide.length; i++) {
            wide[i] *= module;
        }
        Bitmap plain = Grid.bars(wide, bars.height());
        Canvas canvas = new Canvas(plain.width(), plain.height() + guard);
        canvas.stamp(plain, 0, 0, Ink.BLACK);
        int middle = (total - code.middle) / 2;
        int module0 = 0;
        for (int i = 0; i < code.widths.length; i++) {
            boolean long0 =
                    module0 < code.left
                            || module0 >= total - code.right
                            || module0 >= middle && module0 < middle + code.middle;
            if (i % 2 == 0 && long0) {
                canvas.fill(module0 * module, bars.height(), wide[i], guard, Ink.BLACK);
            }
            module0 += code.widths[i];
        }
        return canvas.bitmap();
    }

    private List<SymbolArt.Caption> captions(Code code, Bitmap dots, int guard) {
        int module = bars.module();
        double size = Math.max(10, Math.round(dots.width() / 13.0));
        TextStyle style = new TextStyle(Typefaces.SCALABLE, size, 1, 0);
        List<SymbolArt.Caption> captions = new ArrayList<>();
        if (bars.above() || kind != Kind.EAN_13) {
            double y = bars.above() ? -guard / 2.0 : dots.height() + size - guard;
            double wide = dots.width() - 16.0 * module;
            spread(captions, code.digits, 8.0 * module, y, wide, style);
            return captions;
        }
        String digits = code.digits;
        String gaps = digits.charAt(0) + "||" + digits.substring(1, 7) + "||" + digits.substring(7);
        double y = dots.height() + size - guard;
        spread(captions, gaps, -10.0 * module, y, dots.width() + 5.0 * module, style);
        return captions;
    }

    /** Puts characters at equal gaps over a width; a bar stands for a gap without a character. */
    private static void spread(
            List<SymbolArt.Caption> captions,
            String text,
            double x,
            double y,
            double width,
            TextStyle style) {
        double ink = 0;
        for (int i = 0; i < text.length(); i++) {
            ink += style.length(text.substring(i, i + 1));
        }
        double gap = Math.max(0, (width - ink) / Math.max(1, text.length() - 1));
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            if (!letter.equals("|")) {
                captions.add(new SymbolArt.Caption(letter, at, y, style));
            }
            at += style.length(letter) + gap;
        }
    }
}
