package io.fulfillx.printing.preview;

/** How long each code of ESC/POS is, from its beginning. */
final class EscposLength {
    private static final String ESC_TWO = "@2<ims";
    private static final String ESC_FOUR = "$\\c";
    private static final String GS_FOUR = "LWP\\$";

    private EscposLength() {}

    /**
     * Bytes of the code that begins so, as far as can be told.
     *
     * @return more than there are while it is incomplete; at most a million more than needed
     */
    static int of(byte[] code) {
        return switch (code[0]) {
            case 0x1B -> code.length < 2 ? 2 : escape(code);
            case 0x1D -> code.length < 2 ? 2 : group(code);
            case 0x10 -> code.length < 2 ? 2 : realTime(code);
            case 0x1C -> 3;
            default -> 1;
        };
    }

    private static int at(byte[] code, int index) {
        return code[index] & 0xff;
    }

    private static int realTime(byte[] code) {
        if (at(code, 1) != 0x14) {
            return 3;
        }
        if (code.length < 3) {
            return 3;
        }
        return at(code, 2) == 8 ? 10 : 5;
    }

    private static int escape(byte[] code) {
        char name = (char) at(code, 1);
        if (name == '*') {
            if (code.length < 5) {
                return 5;
            }
            int columns = at(code, 3) + 256 * at(code, 4);
            return 5 + columns * (at(code, 2) >= 32 ? 3 : 1);
        }
        if (name == 'D') {
            return code[code.length - 1] == 0 && code.length > 2 || code.length > 35
                    ? code.length
                    : code.length + 1;
        }
        if (name == 'W') {
            return 10;
        }
        return name == 0x0C || ESC_TWO.indexOf(name) >= 0
                ? 2
                : ESC_FOUR.indexOf(name) >= 0 ? 4 : name == 'p' ? 5 : 3;
    }

    private static int group(byte[] code) {
        char name = (char) at(code, 1);
        return switch (name) {
            case 'v' -> raster(code);
            case '(' -> code.length < 5 ? 5 : 5 + at(code, 3) + 256 * at(code, 4);
            case '8' -> code.length < 7 ? 7 : large(code);
            case 'V' -> code.length < 3 ? 3 : at(code, 2) >= 65 ? 4 : 3;
            case 'k' -> barcode(code);
            case 'g' -> 6;
            case 0x0C, ':' -> 2;
            default -> GS_FOUR.indexOf(name) >= 0 ? 4 : 3;
        };
    }

    private static int raster(byte[] code) {
        if (code.length < 8) {
            return 8;
        }
        int bytesPerRow = at(code, 4) + 256 * at(code, 5);
        return 8 + LineFeeder.product(bytesPerRow, at(code, 6) + 256 * at(code, 7));
    }

    private static int large(byte[] code) {
        long count = at(code, 3) | at(code, 4) << 8 | at(code, 5) << 16 | (long) at(code, 6) << 24;
        return 7 + (int) Math.min(count, LineFeeder.LONGEST_BLOCK);
    }

    /** The older form ends with a zero, the newer one is counted. */
    private static int barcode(byte[] code) {
        if (code.length < 4) {
            return 4;
        }
        if (at(code, 2) >= 65) {
            return 4 + at(code, 3);
        }
        return code[code.length - 1] == 0 || code.length > 300 ? code.length : code.length + 1;
    }
}
