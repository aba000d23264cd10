package io.fulfillx.printing.preview.zpl;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The character sets of {@code ^CI}. */
final class CharacterSet {
    /** The characters that national variants of code page 850 replace. */
    private static final String REPLACED = "#@[\\]^`{|}";

    private static final String[] NATIONAL = {
        "#@[\u00a2]^`{|}",
        "#@\u2153\u00a2\u2154^`\u00bc\u00bd\u00be",
        "\u00a3@[\u00a2]^`{|}",
        "\u0192\u00a7[\u0132]^`{\u0133}",
        "#@\u00c6\u00d8\u00c5^`\u00e6\u00f8\u00e5",
        "\u00dc\u00c9\u00c4\u00d6\u00c5\u00dc\u00e9\u00e4\u00f6\u00e5",
        "#\u00a7\u00c4\u00d6\u00dc^`\u00e4\u00f6\u00fc",
        "\u00a3\u00e0[\u00e7]^`\u00e9|\u00f9",
        "#\u00e0\u00e2\u00e7\u00ea\u00ee\u00f4\u00e9\u00f9\u00e8",
        "\u00a3\u00a7[\u00e7\u00e9^\u00f9\u00e0\u00f2\u00e8",
        "#\u00a7\u00a1\u00d1\u00bf^`{\u00f1\u00e7",
        "\u00a3\u00c9\u00c4\u00d6\u00dc^\u00e4\u00eb\u00ef\u00f6",
        "#@[\u00a5]^`{|}",
    };

    private CharacterSet() {}

    static boolean known(int number) {
        return number >= 0 && number <= 36;
    }

    /**
     * @param bytes one character a byte
     */
    static String decode(String bytes, int number) {
        byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
        String text = new String(raw, charset(number));
        return number >= 0 && number < NATIONAL.length ? national(text, number) : text;
    }

    private static String national(String text, int number) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = REPLACED.indexOf(text.charAt(i));
            result.append(at < 0 ? text.charAt(i) : NATIONAL[number].charAt(at));
        }
        return result.toString();
    }

    private static Charset charset(int number) {
        return switch (number) {
            case 14, 15 -> named("Shift_JIS");
            case 16 -> named("GBK");
            case 24 -> named("Big5");
            case 26 -> named("x-windows-949");
            case 27 -> named("windows-1252");
            case 29 -> StandardCharsets.UTF_16BE;
            case 30 -> StandardCharsets.UTF_16LE;
            case 31 -> named("windows-1250");
            case 33 -> named("windows-1251");
            case 34 -> named("windows-1253");
            case 35 -> named("windows-1254");
            case 36 -> named("windows-1255");
            default -> number >= 0 && number <= 13 ? named("IBM850") : StandardCharsets.UTF_8;
        };
    }

    /** Some character sets are missing from small Java machines. */
    private static Charset named(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }
}
