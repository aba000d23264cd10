package io.fulfillx.printing.symbol;

/**
 * A parallelogram of modules over dots: a corner and the steps from module to module.
 *
 * @param x left outer corner of the first module
 */
record Grid(double x, double y, double acrossX, double acrossY, double downX, double downY) {
    private static final double[] INSIDE = {0.25, 0.5, 0.75};
    private static final double[] NEAR_MIDDLE = {0.38, 0.62};

    /** How dark the inner part of a module is, 0 to 1. */
    double darkness(Dots dots, int column, int row) {
        int sum = 0;
        for (double v : INSIDE) {
            for (double u : INSIDE) {
                double atX = x + (column + u) * acrossX + (row + v) * downX;
                double atY = y + (column + u) * acrossY + (row + v) * downY;
                sum += dots.get((int) Math.floor(atX), (int) Math.floor(atY));
            }
        }
        return sum / 9.0;
    }

    /** As {@link #darkness}, but smooth in where the grid lies between the dots. */
    double shade(Dots dots, int column, int row) {
        double sum = 0;
        for (double v : NEAR_MIDDLE) {
            for (double u : NEAR_MIDDLE) {
                double atX = x + (column + u) * acrossX + (row + v) * downX;
                double atY = y + (column + u) * acrossY + (row + v) * downY;
                sum += dots.between(atX, atY);
            }
        }
        return sum / 4;
    }
}
