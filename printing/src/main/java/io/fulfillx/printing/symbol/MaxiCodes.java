package io.fulfillx.printing.symbol;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.maxicode.decoder.Decoder;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MaxiCode of ISO/IEC 16023: 33 rows of 30 hexagons around a bullseye, all of one size, so that the
 * rings tell where each hexagon is.
 */
final class MaxiCodes {
    private static final int COLUMNS = 30;
    private static final int ROWS = 33;
    private static final double DIAMETER_MILLIMETERS = 7.7;
    private static final double PITCH_MILLIMETERS = 0.88;
    private static final double RISE_MILLIMETERS = 0.76;

    private static final double[] LEANS = {0, -0.035, 0.035, -0.0175, 0.0175};
    private static final double[] SHIFTS = {0, -0.2, 0.2, 0.4};
    private static final double[] SCALES = {1, 0.98, 1.02, 0.96, 1.04};

    private MaxiCodes() {}

    static List<Symbol> read(Bitmap picture) {
        List<Symbol> symbols = new ArrayList<>();
        for (Bullseye eye : Bullseye.find(picture)) {
            read(picture, eye).ifPresent(symbols::add);
        }
        return symbols;
    }

    private static Optional<Symbol> read(Bitmap picture, Bullseye eye) {
        double dotsPerMillimeter = eye.diameter() / DIAMETER_MILLIMETERS;
        int reach = (int) (17 * PITCH_MILLIMETERS * dotsPerMillimeter);
        Symbol.Area area =
                new Symbol.Area((int) eye.x() - reach, (int) eye.y() - reach, 2 * reach, 2 * reach);
        Dots dots = Dots.of(picture, area);
        double middleX = eye.x() - area.x();
        double middleY = eye.y() - area.y();
        for (int quarter = 0; quarter < 4; quarter++) {
            for (double scale : SCALES) {
                double unit = dotsPerMillimeter * scale;
                Optional<MatrixHit> hit = decode(dots, middleX, middleY, unit);
                if (hit.isPresent()) {
                    return hit.map(
                            found ->
                                    new Symbol(found.kind(), found.aimId(), found.payload(), area));
                }
            }
            double turnedX = dots.height() - middleY;
            middleY = middleX;
            middleX = turnedX;
            dots = dots.turned();
        }
        return Optional.empty();
    }

    private static Optional<MatrixHit> decode(
            Dots dots, double middleX, double middleY, double dotsPerMillimeter) {
        for (double lean : LEANS) {
            for (double shift : SHIFTS) {
                double pitch = PITCH_MILLIMETERS * dotsPerMillimeter;
                double rise = RISE_MILLIMETERS * dotsPerMillimeter;
                BitMatrix modules = new BitMatrix(COLUMNS, ROWS);
                for (int row = 0; row < ROWS; row++) {
                    for (int column = 0; column < COLUMNS; column++) {
                        double u = (column - 14 + (row % 2) * 0.5 + shift) * pitch;
                        double v = (row - 16) * rise;
                        double x = middleX + u + lean * v;
                        double y = middleY + v - lean * u;
                        if (dark(dots, x, y, pitch / 6)) {
                            modules.set(column, row);
                        }
                    }
                }
                Optional<MatrixHit> hit = decode(modules);
                if (hit.isPresent()) {
                    return hit;
                }
            }
        }
        return Optional.empty();
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
