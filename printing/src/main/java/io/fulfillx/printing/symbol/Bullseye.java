package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.List;

/**
 * The three rings in the middle of a MaxiCode.
 *
 * @param x center, dots
 * @param y center, dots
 * @param diameter of the outer ring, dots
 */
record Bullseye(double x, double y, double diameter) {
    private static final int RUNS = 11;
    private static final int THINNEST_RING = 3;

    /** Every one in a picture once. */
    static List<Bullseye> find(Bitmap picture) {
        List<Bullseye> found = new ArrayList<>();
        for (int y = 0; y < picture.height(); y += 2) {
            int[] runs = new int[RUNS];
            boolean black = false;
            for (int x = 0; x <= picture.width(); x++) {
                if (!black && (x & 7) == 0 && x + 8 <= picture.width() && white(picture, x, y)) {
                    runs[RUNS - 1] += 8;
                    x += 7;
                    continue;
                }
                boolean dot = x < picture.width() && picture.get(x, y);
                if (dot == black) {
                    runs[RUNS - 1]++;
                    continue;
                }
                if (black && rings(runs)) {
                    add(picture, found, runs, x, y);
                }
                System.arraycopy(runs, 1, runs, 0, RUNS - 1);
                runs[RUNS - 1] = 1;
                black = dot;
            }
        }
        return found;
    }

    private static boolean white(Bitmap picture, int x, int y) {
        return picture.octet(x >> 3, y) == 0;
    }

    private static void add(Bitmap picture, List<Bullseye> found, int[] runs, int end, int y) {
        double across = total(runs);
        double x = end - across / 2;
        if (found.stream()
                .anyMatch(
                        known ->
                                Math.abs(known.x - x) < across / 2
                                        && Math.abs(known.y - y) < across)) {
            return;
        }
        int[] column = new int[RUNS];
        int top = y;
        int at = (int) x;
        for (int run = 5; run >= 0; run--) {
            boolean black = run % 2 == 0;
            while (top >= 0 && picture.get(at, top) == black) {
                top--;
                column[run]++;
            }
        }
        int bottom = y + 1;
        for (int run = 5; run < RUNS; run++) {
            boolean black = run % 2 == 0;
            while (bottom < picture.height() && picture.get(at, bottom) == black) {
                bottom++;
                column[run]++;
            }
        }
        if (rings(column) && Math.abs(total(column) - across) < 0.2 * across) {
            double centerY = (top + 1 + bottom) / 2.0;
            found.add(new Bullseye(x, centerY, (across + total(column)) / 2.0));
        }
    }

    private static boolean rings(int[] runs) {
        double mean = (total(runs) - runs[RUNS / 2]) / 10.0;
        if (mean < THINNEST_RING || runs[RUNS / 2] > 2.5 * mean) {
            return false;
        }
        for (int i = 0; i < RUNS; i++) {
            boolean ring = i != RUNS / 2;
            if (runs[i] == 0 || ring && (runs[i] < 0.5 * mean || runs[i] > 1.6 * mean)) {
                return false;
            }
        }
        return true;
    }

    private static int total(int[] runs) {
        int total = 0;
        for (int run : runs) {
            total += run;
        }
        return total;
    }
}
