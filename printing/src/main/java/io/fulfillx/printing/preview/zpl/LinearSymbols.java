package io.fulfillx.printing.preview.zpl;

import uk.org.okapibarcode.backend.Codabar;
import uk.org.okapibarcode.backend.Code11;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.Code2Of5.ToFMode;
import uk.org.okapibarcode.backend.Code3Of9;
import uk.org.okapibarcode.backend.Code3Of9Extended;
import uk.org.okapibarcode.backend.Code93;
import uk.org.okapibarcode.backend.Logmars;
import uk.org.okapibarcode.backend.MsiPlessey;
import uk.org.okapibarcode.backend.MsiPlessey.CheckDigit;

import java.util.Locale;

/** Linear symbologies whose patterns come from the bar code library. */
final class LinearSymbols {
    private static final String PLAIN_39 = "[0-9A-Z. $/+%-]*";

    private LinearSymbols() {}

    static SymbolArt code39(String data, Bars bars, boolean checked) {
        String text = "*" + data + "*";
        if (!data.matches(PLAIN_39)) {
            Code3Of9Extended full = new Code3Of9Extended();
            if (checked) {
                full.setCheckDigit(Code3Of9Extended.CheckDigit.MOD43);
            }
            return bars.twoWidths(OkapiPattern.widths(full, data), text);
        }
        Code3Of9 code = new Code3Of9();
        if (checked) {
            code.setCheckDigit(Code3Of9.CheckDigit.MOD43);
        }
        return bars.twoWidths(OkapiPattern.widths(code, data), text);
    }

    static SymbolArt logmars(String data, Bars bars) {
        return bars.twoWidths(
                OkapiPattern.widths(new Logmars(), data.toUpperCase(Locale.ROOT)), data);
    }

    static SymbolArt interleaved(String data, Bars bars, boolean checked) {
        String digits = digits(data);
        if (checked) {
            digits += EanUpc.checkDigit(digits);
        }
        if (digits.length() % 2 == 1) {
            digits = "0" + digits;
        }
        Code2Of5 code = new Code2Of5(ToFMode.INTERLEAVED);
        return bars.twoWidths(OkapiPattern.widths(code, digits), digits);
    }

    static SymbolArt twoOfFive(String data, Bars bars, ToFMode mode) {
        String digits = digits(data);
        return bars.twoWidths(OkapiPattern.widths(new Code2Of5(mode), digits), digits);
    }

    static SymbolArt code11(String data, Bars bars, boolean one) {
        Code11 code = new Code11();
        code.setCheckDigitCount(one ? 1 : 2);
        return bars.twoWidths(OkapiPattern.widths(code, data), data);
    }

    static SymbolArt code93(String data, Bars bars) {
        return bars.art(OkapiPattern.widths(new Code93(), data), data);
    }

    static SymbolArt codabar(String data, Bars bars, char start, char stop) {
        String text = start + data.toUpperCase(Locale.ROOT) + stop;
        return bars.twoWidths(OkapiPattern.widths(new Codabar(), text), text);
    }

    /**
     * @param check A none, B modulo 10, C twice modulo 10, D modulo 11 and 10
     */
    static SymbolArt msi(String data, Bars bars, char check) {
        MsiPlessey code = new MsiPlessey();
        code.setCheckDigit(
                switch (check) {
                    case 'A' -> CheckDigit.NONE;
                    case 'C' -> CheckDigit.MOD10_MOD10;
                    case 'D' -> CheckDigit.MOD11_MOD10;
                    default -> CheckDigit.MOD10;
                });
        return bars.twoWidths(OkapiPattern.widths(code, digits(data)), digits(data));
    }

    private static String digits(String data) {
        String digits = data.replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("there are no digits in " + data);
        }
        return digits;
    }
}
