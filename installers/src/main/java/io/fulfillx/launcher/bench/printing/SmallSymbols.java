package io.fulfillx.launcher.bench.printing;

import io.fulfillx.printing.symbol.Symbology;

import uk.org.okapibarcode.backend.AztecCode;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.Code3Of9;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;

import java.util.List;
import java.util.Random;

/** Symbols as carriers use them, with numbers of a seed. */
final class SmallSymbols {
    /**
     * @param payload as a scanner sends it
     */
    record Sample(Symbology kind, String payload, Symbol symbol) {}

    private SmallSymbols() {}

    static List<Sample> of(Random random) {
        String ups = "1Z" + digits(random, 16);
        String fedex = "96" + digits(random, 32);
        String sscc = "00" + digits(random, 18);
        String usps = "420" + digits(random, 5) + "\u001d92" + digits(random, 20);
        String itf = digits(random, 14);
        String code39 = "AB" + digits(random, 7);
        String ean = digits(random, 12);
        String text = "JJD" + digits(random, 20);
        return List.of(
                sample(Symbology.CODE_128, ups, new Code128(), ups),
                sample(Symbology.CODE_128, fedex, new Code128(), fedex),
                gs1(sscc, "[00]" + sscc.substring(2)),
                gs1(usps, "[420]" + usps.substring(3, 8) + "[92]" + usps.substring(11)),
                sample(Symbology.ITF, itf, new Code2Of5(Code2Of5.ToFMode.INTERLEAVED), itf),
                sample(Symbology.CODE_39, code39, new Code3Of9(), code39),
                ean(ean),
                sample(Symbology.DATA_MATRIX, text, square(), text),
                sample(Symbology.QR_CODE, text, new QrCode(), text),
                sample(Symbology.AZTEC, text, new AztecCode(), text));
    }

    private static Sample gs1(String payload, String content) {
        Code128 symbol = new Code128();
        symbol.setDataType(Symbol.DataType.GS1);
        return sample(Symbology.CODE_128, payload, symbol, content);
    }

    private static DataMatrix square() {
        DataMatrix symbol = new DataMatrix();
        symbol.setForceMode(DataMatrix.ForceMode.SQUARE);
        return symbol;
    }

    private static Sample ean(String digits) {
        Ean symbol = new Ean(Ean.Mode.EAN13);
        Sample sample = sample(Symbology.EAN_13, digits, symbol, digits);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        Symbology kind = digits.startsWith("0") ? Symbology.UPC_A : Symbology.EAN_13;
        return new Sample(kind, digits + (10 - sum % 10) % 10, sample.symbol());
    }

    private static Sample sample(Symbology kind, String payload, Symbol symbol, String content) {
        symbol.setModuleWidth(1);
        symbol.setBarHeight(50);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setContent(content);
        return new Sample(kind, payload, symbol);
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
