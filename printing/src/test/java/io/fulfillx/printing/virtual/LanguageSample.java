package io.fulfillx.printing.virtual;

import io.fulfillx.printing.language.LabelLanguage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A small label in each language: 16 by 2 dots, all black in the first row, none in the second. */
final class LanguageSample {
    private LanguageSample() {}

    static byte[] label(LabelLanguage language, int copies) {
        return switch (language) {
            case ZPL -> text("^XA^FO0,0^GFA,4,4,2,FFFF0000^FS^PQ" + copies + "^XZ");
            case EPL -> joined("\nN\nq16\nQ2,24\nGW0,0,2,2,", false, "\nP" + copies + "\n");
            case TSPL ->
                    joined(
                            "SIZE 2 mm,0.25 mm\r\nCLS\r\nBITMAP 0,0,2,2,0,",
                            false,
                            "\r\nPRINT " + copies + ",1\r\n");
            case CPCL ->
                    joined(
                            "! 0 200 200 2 " + copies + "\r\nPAGE-WIDTH 16\r\nCG 2 2 0 0 ",
                            true,
                            "\r\nFORM\r\nPRINT\r\n");
            case ESCPOS -> {
                String one = "\u001dv0\0\2\0\2\0\u00ff\u00ff\0\0\u001dVB\0";
                yield text(("\u001b@" + one).repeat(copies));
            }
        };
    }

    static String question(LabelLanguage language) {
        return switch (language) {
            case ZPL -> "~HQES";
            case EPL -> "^ee\n";
            case TSPL -> "\u001b!?";
            case CPCL -> "\u001bh";
            case ESCPOS -> "\u0010\4\2";
        };
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(String before, boolean oneIsBlack, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(text(before));
        int black = oneIsBlack ? 0xff : 0;
        all.writeBytes(new byte[] {(byte) black, (byte) black, (byte) ~black, (byte) ~black});
        all.writeBytes(text(after));
        return all.toByteArray();
    }
}
