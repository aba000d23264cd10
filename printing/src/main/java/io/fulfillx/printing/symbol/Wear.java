package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.SplittableRandom;

/**
 * What a tired printer and a hasty scan do to a label: dots that spread or starve, dots that are
 * missing, a picture that leans. The same seed gives the same wear. Part of the public test kit.
 *
 * @param gain dots by which everything black is wider and higher; negative is thinner; -1 to 1
 * @param skewDegrees by which the picture is turned clockwise around its middle
 * @param deadDots the part of the black dots that is missing at random, 0 to 1
 */
public record Wear(int gain, double skewDegrees, double deadDots, long seed) {
    public Wear {
        if (gain < -1 || gain > 1 || deadDots < 0 || deadDots > 1) {
            throw new IllegalArgumentException("gain is -1 to 1 dots, dead dots are 0 to 1");
        }
    }

    /** A worn copy of the same size. */
    public Bitmap on(Bitmap picture) {
        return skewed(dotted(spread(picture)));
    }

    private Bitmap spread(Bitmap picture) {
        if (gain == 0) {
            return picture;
        }
        Bitmap result = new Bitmap(picture.width(), picture.height());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int black = 0;
                for (int i = 0; i < 4; i++) {
                    black += picture.get(x - i % 2, y - i / 2) ? 1 : 0;
                }
                if (gain > 0 ? black > 0 : black == 4) {
                    result.set(x, y, true);
                }
            }
        }
        return result;
    }

    private Bitmap dotted(Bitmap picture) {
        SplittableRandom random = new SplittableRandom(seed);
        Bitmap result = new Bitmap(picture.width(), picture.height());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (picture.get(x, y) && random.nextDouble() >= deadDots) {
                    result.set(x, y, true);
                }
            }
        }
        return result;
    }

    private Bitmap skewed(Bitmap picture) {
        if (skewDegrees == 0) {
            return picture;
        }
        double sine = Math.sin(Math.toRadians(skewDegrees));
        double cosine = Math.cos(Math.toRadians(skewDegrees));
        double middleX = picture.width() / 2.0;
        double middleY = picture.height() / 2.0;
        Bitmap result = new Bitmap(picture.width(), picture.height());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                double u = x + 0.5 - middleX;
                double v = y + 0.5 - middleY;
                int fromX = (int) Math.floor(middleX + cosine * u + sine * v);
                int fromY = (int) Math.floor(middleY - sine * u + cosine * v);
                if (picture.get(fromX, fromY)) {
                    result.set(x, y, true);
                }
            }
        }
        return result;
    }
}
