package io.fulfillx.printing.symbol;

import java.util.Arrays;

/**
 * How dark a band of rows is from left to right, in quarters of a dot. Summing along the bars
 * drowns missing dots; bars that lean are summed along their slope. A dot of white is added on
 * either side.
 */
final class Profile {
    private static final int STEPS = 4;
    private static final int MOST_ROWS = 64;

    private final double[] darkness;

    private Profile(double[] darkness) {
        this.darkness = darkness;
    }

    /**
     * @param slope dots to the right for each row down
     */
    static Profile of(Dots dots, int top, int bottom, double slope) {
        int rows = Math.min(MOST_ROWS, bottom - top);
        double middle = (top + bottom) / 2.0;
        int[] sums = new int[(dots.width() + 2) * STEPS];
        for (int i = 0; i < rows; i++) {
            int y = top + (int) ((i + 0.5) * (bottom - top) / rows);
            double shift = slope * (y + 0.5 - middle);
            dots.addRow(y, sums, STEPS, STEPS - (int) Math.floor(0.5 + STEPS * shift));
        }
        double[] darkness = new double[sums.length];
        for (int bin = 0; bin < sums.length; bin++) {
            darkness[bin] = (double) sums[bin] / rows;
        }
        return new Profile(darkness);
    }

    /** Large when the bars stand out, which they do when they are summed along their slope. */
    static double contrast(Dots dots, int top, int bottom, double slope) {
        int rows = Math.min(MOST_ROWS / 2, bottom - top);
        int[] sums = new int[dots.width()];
        for (int i = 0; i < rows; i++) {
            int y = top + (int) ((i + 0.5) * (bottom - top) / rows);
            int shift = (int) Math.floor(slope * (y + 0.5 - (top + bottom) / 2.0) + 0.5);
            dots.addRow(y, sums, 1, -shift);
        }
        double contrast = 0;
        for (int x = 0; x < dots.width(); x++) {
            double step = (x + 1 < sums.length ? sums[x + 1] : 0) - sums[x];
            contrast += step * step;
        }
        return contrast;
    }

    /**
     * The edges between white and black in dots, at the middle row, the first one to black. Each is
     * where half of the way between its neighbor extremes is reached, so that thin bars that are
     * blurred count, too.
     */
    Bars bars() {
        double low = 1;
        double high = 0;
        for (double value : darkness) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (high - low < 0.3) {
            return new Bars(new double[0]);
        }
        return new Bars(edges(0.28 * (high - low)));
    }

    private double[] edges(double prominence) {
        double[] edges = new double[darkness.length + 2];
        int count = 0;
        int turn = 0;
        int extreme = 0;
        boolean rising = true;
        for (int bin = 1; bin < darkness.length; bin++) {
            double beyond = (darkness[bin] - darkness[extreme]) * (rising ? 1 : -1);
            if (beyond > 0) {
                extreme = bin;
            } else if (beyond <= -prominence) {
                if (turn != extreme) {
                    edges[count++] = crossing(turn, extreme);
                }
                turn = extreme;
                extreme = bin;
                rising = !rising;
            }
            if (count == 0 && rising && darkness[bin] < darkness[turn]) {
                turn = bin;
                extreme = bin;
            }
        }
        if (!rising && count % 2 == 1) {
            edges[count++] = crossing(turn, extreme);
        }
        return Arrays.copyOf(edges, count - count % 2);
    }

    private double crossing(int from, int to) {
        double level = (darkness[from] + darkness[to]) / 2;
        boolean up = darkness[to] > darkness[from];
        int bin = from + 1;
        while (bin < to && (up ? darkness[bin] < level : darkness[bin] > level)) {
            bin++;
        }
        double before = darkness[bin - 1];
        double after = darkness[bin];
        double part = after == before ? 0.5 : (level - before) / (after - before);
        return (bin - 1 + part + 0.5) / STEPS - 1;
    }
}
