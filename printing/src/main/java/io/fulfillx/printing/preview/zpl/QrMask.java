package io.fulfillx.printing.preview.zpl;

import com.google.zxing.qrcode.encoder.ByteMatrix;

/**
 * The penalty of a mask, ISO/IEC 18004, 7.8.3. What lies outside of the symbol counts as light, as
 * printers have it.
 */
final class QrMask {
    private static final int RUN = 5;
    private static final int RUN_PENALTY = 3;
    private static final int BLOCK_PENALTY = 3;
    private static final int FINDER_PENALTY = 40;
    private static final int BALANCE_PENALTY = 10;
    private static final int FINDER = 0b1011101;
    private static final int FINDER_MODULES = 7;
    private static final int LIGHT_MODULES = 4;

    private final ByteMatrix matrix;
    private final int size;

    private QrMask(ByteMatrix matrix) {
        this.matrix = matrix;
        this.size = matrix.getWidth();
    }

    static int penalty(ByteMatrix matrix) {
        QrMask mask = new QrMask(matrix);
        return mask.lines(true) + mask.lines(false) + mask.blocks() + mask.balance();
    }

    private boolean dark(int line, int at, boolean rows) {
        return (rows ? matrix.get(at, line) : matrix.get(line, at)) == 1;
    }

    private int lines(boolean rows) {
        int penalty = 0;
        for (int line = 0; line < size; line++) {
            int run = 0;
            int window = 0;
            for (int at = 0; at < size; at++) {
                boolean dark = dark(line, at, rows);
                run = at > 0 && dark == dark(line, at - 1, rows) ? run + 1 : 1;
                penalty += run == RUN ? RUN_PENALTY : run > RUN ? 1 : 0;
                window = (window << 1 | (dark ? 1 : 0)) & (1 << FINDER_MODULES) - 1;
                if (window == FINDER
                        && at >= FINDER_MODULES - 1
                        && (light(line, at - FINDER_MODULES - LIGHT_MODULES + 1, rows)
                                || light(line, at + 1, rows))) {
                    penalty += FINDER_PENALTY;
                }
            }
        }
        return penalty;
    }

    private boolean light(int line, int from, boolean rows) {
        for (int at = Math.max(0, from); at < Math.min(size, from + LIGHT_MODULES); at++) {
            if (dark(line, at, rows)) {
                return false;
            }
        }
        return true;
    }

    private int blocks() {
        int penalty = 0;
        for (int y = 1; y < size; y++) {
            for (int x = 1; x < size; x++) {
                int color = matrix.get(x, y);
                if (color == matrix.get(x - 1, y)
                        && color == matrix.get(x, y - 1)
                        && color == matrix.get(x - 1, y - 1)) {
                    penalty += BLOCK_PENALTY;
                }
            }
        }
        return penalty;
    }

    private int balance() {
        int dark = 0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                dark += matrix.get(x, y);
            }
        }
        int all = size * size;
        return Math.abs(dark * 2 - all) * 10 / all * BALANCE_PENALTY;
    }
}
