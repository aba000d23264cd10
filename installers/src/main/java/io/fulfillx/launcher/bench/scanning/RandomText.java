package io.fulfillx.launcher.bench.scanning;

import java.util.List;
import java.util.Random;

/** Input that no scanner sends, and nearly what scanners send. */
final class RandomText {
    private static final String SPICE =
            "^\u001d\u001e\u0004()|\\/?&=#%+]. 01\u0000\u00e9\u2028\ud83d";
    private static final List<String> PIECES =
            List.of(
                    "01",
                    "(01)",
                    "^01",
                    "8110",
                    "8112",
                    "8013",
                    "8030",
                    "4309",
                    "7258",
                    "253",
                    "]C1",
                    "]E0",
                    "]d2",
                    "|]e0",
                    "https://",
                    "/gtin/",
                    "/01/",
                    "/10/",
                    "?17=",
                    "%2F",
                    "%00",
                    "%",
                    "420",
                    "421",
                    "1Z",
                    "[)>\u001e01\u001d96",
                    "UPSN",
                    "FXC",
                    "FXT",
                    "GB",
                    "96",
                    "9405",
                    "00340434",
                    "JJD",
                    "09521234543213");

    /** The longest input by far; most are short. */
    private static final int LONGEST = 20_000;

    private final Random random;
    private final SampleScans samples;

    RandomText(long seed) {
        this.random = new Random(seed);
        this.samples = new SampleScans(seed);
    }

    String next() {
        StringBuilder text = new StringBuilder(seed());
        int changes = random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            change(text);
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
    }

    private String seed() {
        return switch (random.nextInt(8)) {
            case 0 -> samples.elementString();
            case 1 -> samples.scanned();
            case 2 -> samples.bracketed();
            case 3 -> samples.link();
            case 4 -> samples.tracking();
            case 5 -> samples.elementString() + "|" + samples.elementString();
            case 6 -> noise(random.nextInt(40));
            default -> random.nextInt(2_000) == 0 ? noise(LONGEST) : piece() + noise(12);
        };
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private String noise(int length) {
        StringBuilder noise = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            noise.append(character());
        }
        return noise.toString();
    }

    private char character() {
        return switch (random.nextInt(8)) {
            case 0 -> (char) random.nextInt(0x10000);
            case 1 -> SPICE.charAt(random.nextInt(SPICE.length()));
            case 2, 3, 4 -> (char) ('0' + random.nextInt(10));
            default -> (char) (' ' + random.nextInt(95));
        };
    }

    private void change(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(8));
        switch (random.nextInt(6)) {
            case 0 -> text.insert(at, character());
            case 1 -> text.delete(at, end);
            case 2 -> text.insert(at, piece());
            case 3 -> text.setLength(at);
            case 4 -> text.insert(at, text.substring(at, end));
            default -> {
                if (at < text.length()) {
                    text.setCharAt(at, character());
                }
            }
        }
    }

    /** With everything that cannot be seen as a number, and no longer than a line. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 200); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 127) {
                out.append(c);
            } else {
                out.append("\\u").append(Integer.toHexString(0x10000 + c).substring(1));
            }
        }
        return out.toString();
    }
}
