package io.fulfillx.printing.symbol;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.maxicode.decoder.Decoder;

import java.util.Optional;

/** MaxiCode of ISO/IEC 16023: 33 rows of 30 hexagons around a bullseye. */
final class MaxiCodeMatrix implements MatrixCode {
    private static final int COLUMNS = 30;
    private static final int ROWS = 33;

    /** Leaning, in dots across for the whole height. */
    private static final double[] LEANS = {0, -0.035, 0.035, -0.02, 0.02};

    /** Outer hexagons may be white, so the box may miss a part of one. */
    private static final double[] SHIFTS = {0, -0.4, 0.4};

    @Override
    public Optional<MatrixHit> read(Dots dots) {
        if (dots.width() > 1.25 * dots.height()
                || dots.height() > 1.15 * dots.width()
                || dots.width() < 2 * COLUMNS
                || !bullseye(dots)) {
            return Optional.empty();
        }
        Dots turned = dots;
        for (int quarter = 0; quarter < 4; quarter++) {
            for (double lean : LEANS) {
                for (double shift : SHIFTS) {
                    Optional<MatrixHit> hit = decode(sample(turned, lean, shift));
                    if (hit.isPresent()) {
                        return hit;
                    }
                }
            }
            turned = turned.turned();
        }
        return Optional.empty();
    }

    /** Whether rings cross near the middle: five changes on either side on a short way. */
    private static boolean bullseye(Dots dots) {
        int reach = dots.width() / 6;
        for (int y = dots.height() * 45 / 100; y < dots.height() * 55 / 100; y++) {
            int left = changes(dots, y, dots.width() / 2 - reach, dots.width() / 2);
            int right = changes(dots, y, dots.width() / 2, dots.width() / 2 + reach);
            if (left >= 4 && left <= 8 && right >= 4 && right <= 8) {
                return true;
            }
        }
        return false;
    }

    private static int changes(Dots dots, int y, int from, int to) {
        int changes = 0;
        for (int x = from + 1; x < to; x++) {
            changes += dots.get(x, y) ^ dots.get(x - 1, y);
        }
        return changes;
    }

    private static BitMatrix sample(Dots dots, double lean, double shift) {
        double width = dots.width() - Math.abs(lean) * dots.height();
        double height = dots.height() - Math.abs(lean) * dots.width();
        double pitch = width / COLUMNS;
        double rise = height / ROWS;
        BitMatrix modules = new BitMatrix(COLUMNS, ROWS);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double u = (column + 0.5 + (row % 2) * 0.5 + shift) * pitch - width / 2;
                double v = (row + 0.5) * rise - height / 2;
                double x = dots.width() / 2.0 + u + lean * v;
                double y = dots.height() / 2.0 + v - lean * u;
                if (dark(dots, x, y, pitch / 6)) {
                    modules.set(column, row);
                }
            }
        }
        return modules;
    }

    private static boolean dark(Dots dots, double x, double y, double away) {
        int sum = 0;
        for (int i = -1; i <= 1; i++) {
            for (int k = -1; k <= 1; k++) {
                sum += dots.get((int) Math.floor(x + i * away), (int) Math.floor(y + k * away));
            }
        }
        return sum >= 5;
    }

    private static Optional<MatrixHit> decode(BitMatrix modules) {
        try {
            DecoderResult result = new Decoder().decode(modules);
            boolean structured = result.getECLevel().equals("2") || result.getECLevel().equals("3");
            return Optional.of(
                    new MatrixHit(
                            Symbology.MAXICODE, structured ? "]U1" : "]U0", result.getText()));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
