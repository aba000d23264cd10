package io.fulfillx.printing.symbol;

import com.google.zxing.common.BitMatrix;

import java.util.List;
import java.util.Optional;

/**
 * The modules of a Data Matrix whose solid border stands on the left and at the bottom.
 *
 * @param modules column and row as printed
 */
record DataMatrixGrid(BitMatrix modules, Grid grid) {
    static final List<Integer> SQUARES =
            List.of(
                    10, 12, 14, 16, 18, 20, 22, 24, 26, 32, 36, 40, 44, 48, 52, 64, 72, 80, 88, 96,
                    104, 120, 132, 144);
    private static final int[][] RECTANGLES = {
        {18, 8}, {32, 8}, {26, 12}, {36, 12}, {36, 16}, {48, 16}
    };
    private static final double SMALLEST_MODULE = 1.4;

    /** Empty when the borders are not those of a Data Matrix. */
    static Optional<DataMatrixGrid> find(Dots dots) {
        Corners corners = Corners.of(dots);
        if (!corners.solid(dots)) {
            return Optional.empty();
        }
        double best = 0.4;
        Optional<DataMatrixGrid> found = Optional.empty();
        for (int i = 0; i < SQUARES.size() + RECTANGLES.length; i++) {
            int columns = i < SQUARES.size() ? SQUARES.get(i) : RECTANGLES[i - SQUARES.size()][0];
            int rows = i < SQUARES.size() ? SQUARES.get(i) : RECTANGLES[i - SQUARES.size()][1];
            double shape = (double) dots.width() * rows / dots.height() / columns;
            if (shape < 0.8 || shape > 1.25 || columns * SMALLEST_MODULE > dots.width()) {
                continue;
            }
            Grid grid = corners.grid(columns, rows);
            double contrast = contrast(dots, grid, columns, rows);
            if (contrast > best) {
                best = contrast;
                found = Optional.of(sample(dots, grid, columns, rows));
            }
        }
        return found;
    }

    /** Modules on a side of a square one in any of the four directions; 0 when there is none. */
    static int size(Dots dots) {
        Dots turned = dots;
        for (int quarter = 0; quarter < 4; quarter++) {
            Optional<DataMatrixGrid> found = find(turned);
            if (found.isPresent() && DataMatrixMatrix.decode(found.get().modules()).isPresent()) {
                BitMatrix modules = found.get().modules();
                return modules.getWidth() == modules.getHeight() ? modules.getWidth() : 0;
            }
            turned = turned.turned();
        }
        return 0;
    }

    /** How much darker the border's black modules are than its white ones. */
    private static double contrast(Dots dots, Grid grid, int columns, int rows) {
        double[] sums = new double[2];
        for (int column = 0; column < columns; column++) {
            sums[column % 2] += grid.darkness(dots, column, 0) / columns;
        }
        for (int row = 0; row < rows; row++) {
            sums[1 - row % 2] += grid.darkness(dots, columns - 1, row) / rows;
        }
        return sums[0] - sums[1];
    }

    private static DataMatrixGrid sample(Dots dots, Grid grid, int columns, int rows) {
        double black = 0;
        double white = 0;
        for (int column = 0; column < columns; column += 2) {
            black += grid.darkness(dots, column, 0) * 2 / columns;
            white += grid.darkness(dots, column + 1, 0) * 2 / columns;
        }
        double threshold = (black + white) / 2;
        BitMatrix modules = new BitMatrix(columns, rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (grid.darkness(dots, column, row) > threshold) {
                    modules.set(column, row);
                }
            }
        }
        return new DataMatrixGrid(modules, grid);
    }

    /** The outer corners, from the dots that lie farthest out; the fourth follows from them. */
    private record Corners(
            double topX, double topY, double footX, double footY, double endX, double endY) {
        static Corners of(Dots dots) {
            int top = Integer.MAX_VALUE;
            int foot = Integer.MAX_VALUE;
            int end = Integer.MAX_VALUE;
            double[] at = new double[6];
            for (int y = 0; y < dots.height(); y++) {
                for (int x = 0; x < dots.width(); x++) {
                    if (dots.get(x, y) == 0) {
                        continue;
                    }
                    if (x + y < top) {
                        top = x + y;
                        at[0] = x;
                        at[1] = y;
                    }
                    if (x - y < foot) {
                        foot = x - y;
                        at[2] = x;
                        at[3] = y + 1;
                    }
                    if (-x - y < end) {
                        end = -x - y;
                        at[4] = x + 1;
                        at[5] = y + 1;
                    }
                }
            }
            return new Corners(at[0], at[1], at[2], at[3], at[4], at[5]);
        }

        /** Whether the left and the bottom border are black. */
        boolean solid(Dots dots) {
            Grid fine = grid(60, 60);
            double dark = 0;
            for (int i = 0; i < 60; i++) {
                dark += edge(dots, fine, i, true) + edge(dots, fine, i, false);
            }
            return dark > 0.8 * 120;
        }

        private static double edge(Dots dots, Grid fine, int i, boolean left) {
            return left ? fine.darkness(dots, 0, i) : fine.darkness(dots, i, 59);
        }

        Grid grid(int columns, int rows) {
            return new Grid(
                    topX,
                    topY,
                    (endX - footX) / columns,
                    (endY - footY) / columns,
                    (footX - topX) / rows,
                    (footY - topY) / rows);
        }
    }
}
