package io.fulfillx.printing.preview.zpl;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Hexadecimal digits with counts before them: G to Y for 1 to 19, g to z for 20 to 400, added up; a
 * comma fills the row with white, an exclamation mark with black, a colon repeats the row above.
 */
final class RunLength {
    private static final int MOST_BYTES = 50_000_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final byte[] row;
    private int digits;
    private byte[] above;

    private RunLength(int bytesPerRow) {
        row = new byte[bytesPerRow];
        above = new byte[bytesPerRow];
    }

    static byte[] unpack(String text, int bytesPerRow) {
        RunLength unpacking = new RunLength(bytesPerRow);
        int count = 0;
        for (int i = 0; i < text.length() && unpacking.bytes.size() < MOST_BYTES; i++) {
            char letter = text.charAt(i);
            int digit = Character.digit(letter, 16);
            if (letter >= 'G' && letter <= 'Y') {
                count += letter - 'F';
            } else if (letter >= 'g' && letter <= 'z') {
                count += (letter - 'f') * 20;
            } else if (digit >= 0 && letter < 128) {
                unpacking.digits(digit, Math.max(1, count));
                count = 0;
            } else {
                unpacking.mark(letter);
                count = letter > ' ' ? 0 : count;
            }
        }
        if (unpacking.digits > 0) {
            unpacking.endRow();
        }
        return unpacking.bytes.toByteArray();
    }

    private void digits(int digit, int count) {
        for (int i = 0; i < count; i++) {
            row[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
            digits++;
            if (digits == row.length * 2) {
                endRow();
            }
        }
    }

    private void mark(char letter) {
        switch (letter) {
            case ',' -> endRow();
            case '!' -> digits(0xf, row.length * 2 - digits);
            case ':' -> {
                if (digits == 0) {
                    bytes.writeBytes(above);
                } else {
                    endRow();
                }
            }
            default -> {}
        }
    }

    private void endRow() {
        bytes.writeBytes(row);
        above = row.clone();
        Arrays.fill(row, (byte) 0);
        digits = 0;
    }
}
