package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.preview.zpl.Code128.Symbol;

/**
 * {@code ^BC}.
 *
 * @param mode N programmed by the data, A automatic, U one SSCC, D any GS1 elements
 */
record Code128Barcode(Bars bars, int quarters, char mode) implements Barcode {
    private static final int SSCC_DIGITS = 19;

    @Override
    public SymbolArt draw(String data, String text) {
        Symbol symbol =
                switch (mode) {
                    case 'A' -> Code128.shortest(data, data);
                    case 'U' -> sscc(data);
                    case 'D' -> elements(data);
                    default -> Code128.programmed(data);
                };
        return bars.art(symbol.widths(), symbol.text());
    }

    private static Symbol sscc(String data) {
        String digits = data.replaceAll("[^0-9]", "");
        String all =
                digits.length() < SSCC_DIGITS
                        ? "0".repeat(SSCC_DIGITS - digits.length()) + digits
                        : digits.substring(0, SSCC_DIGITS);
        int sum = 0;
        for (int i = 0; i < SSCC_DIGITS; i++) {
            sum += (all.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        String checked = all + (char) ('0' + (10 - sum % 10) % 10);
        return Code128.shortest(Code128.FNC1 + checked, checked);
    }

    private static Symbol elements(String data) {
        String text = data.replace(">8", "");
        String content = data.replaceAll("[() ]", "").replace(">8", "" + Code128.FNC1);
        if (content.isEmpty() || content.charAt(0) != Code128.FNC1) {
            content = Code128.FNC1 + content;
        }
        return Code128.shortest(content, text);
    }
}
