package io.fulfillx.scanner.scale.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts what a scale sends at its line ends. The eighth bit is a parity bit here, if anything. */
final class Lines {
    private static final int MOST = 80;
    private static final int SEVEN_BITS = 0x7f;

    private final String ends;
    private final StringBuilder line = new StringBuilder();

    /**
     * @param ends each of these characters ends a line
     */
    Lines(String ends) {
        this.ends = ends;
    }

    /** The lines that are complete now, without their ends; never empty ones. */
    List<String> take(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (char next : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            char plain = (char) (next & SEVEN_BITS);
            if (ends.indexOf(plain) >= 0) {
                if (!line.isEmpty() && line.length() <= MOST) {
                    lines.add(line.toString());
                }
                line.setLength(0);
            } else if (line.length() <= MOST) {
                line.append(plain);
            }
        }
        return lines;
    }

    void forget() {
        line.setLength(0);
    }
}
