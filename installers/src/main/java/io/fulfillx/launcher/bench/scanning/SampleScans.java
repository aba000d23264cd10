package io.fulfillx.launcher.bench.scanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** Scans as they come at a packing bench, drawn by chance. */
final class SampleScans {
    private static final char GS = 0x1D;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789-/.";

    private static final String SHIPPERS = "0123456789ABCEFRVWXY";

    private final Random random;

    SampleScans(long seed) {
        this.random = new Random(seed);
    }

    /** An element string with FNC1 as a caret in front and GS between. */
    String elementString() {
        return switch (random.nextInt(4)) {
            case 0 -> "^01" + gtin() + "17" + date() + "10" + text(8) + GS + "21" + text(12);
            case 1 -> "^00" + checked(17);
            case 2 -> "^02" + gtin() + "37" + (1 + random.nextInt(99)) + GS + "10" + text(6);
            default -> "^01" + gtin() + "3103" + digits(6) + "15" + date() + "21" + text(10);
        };
    }

    /** With an AIM identifier in front. */
    String scanned() {
        return switch (random.nextInt(5)) {
            case 0 -> "]E0" + checked(12);
            case 1 -> "]d2" + elementString().substring(1);
            case 2 -> "]Q3" + elementString().substring(1);
            default -> "]C1" + elementString().substring(1);
        };
    }

    String bracketed() {
        return "(01)" + gtin() + "(17)" + date() + "(10)" + text(8) + "(21)" + text(12);
    }

    String link() {
        return "https://id.gs1.org/01/"
                + gtin()
                + "/10/"
                + text(6).replace('/', '.')
                + "/21/"
                + text(8).replace('/', '-')
                + "?17="
                + date();
    }

    /** As carriers print them; the check digit is mostly wrong. */
    String tracking() {
        return switch (random.nextInt(6)) {
            case 0 -> "1Z" + letters(SHIPPERS, 6) + "03" + digits(8);
            case 1 -> "420" + digits(5) + "92055" + digits(17);
            case 2 -> digits(12);
            case 3 -> "9632001" + digits(27);
            case 4 -> "RR" + digits(9) + "DE";
            default -> "TBA" + digits(12);
        };
    }

    /** As many of a kind. */
    List<String> many(int count, Supplier<String> kind) {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            many.add(kind.get());
        }
        return many;
    }

    private String gtin() {
        return checked(13);
    }

    private String date() {
        return String.format(
                Locale.ROOT,
                "%02d%02d%02d",
                26 + random.nextInt(9),
                1 + random.nextInt(12),
                1 + random.nextInt(28));
    }

    private String text(int longest) {
        return letters(LETTERS, 4 + random.nextInt(longest - 3));
    }

    private String digits(int count) {
        return letters("0123456789", count);
    }

    private String letters(String from, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }

    /** Digits and their GS1 check digit. */
    private String checked(int count) {
        String digits = digits(count);
        int sum = 0;
        int weight = 3;
        for (int i = count - 1; i >= 0; i--) {
            sum += (digits.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
