package io.fulfillx.printing.symbol;

/**
 * A parallelogram of modules over dots: a corner and the steps from module to module.
 *
 * @param x left outer corner of the first module
 */
record Grid(double x, double y, double acrossX, double acrossY, double downX, double downY) {
    private static final double[] INSIDE = {0.25, 0.5, 0.75};

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

    Grid moved(double right, double down) {
        return new Grid(x + right, y + down, acrossX, acrossY, downX, downY);
    }
}
