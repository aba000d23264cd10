package io.fulfillx.printing.symbol;

import com.google.zxing.common.BitMatrix;

import java.util.List;

/**
 * A square of modules laid over dots, and how well it lies.
 *
 * @param known the finders
 * @param contrast how much darker their black modules are than their white ones, -1 to 1
 * @param threshold the darkness between them
 * @param score larger when more modules are clearly dark or light
 */
record SquareFit(
        int size,
        List<KnownModules.Module> known,
        Place place,
        double contrast,
        double threshold,
        double score) {
    /** Steps of the search in dots, coarse to fine. */
    private static final double[] STEPS = {1.2, 0.6, 0.3, 0.15};

    private static final int MOST_ROUNDS = 12;

    /**
     * @param step from module to module, dots
     * @param slope dots down for each dot across
     */
    record Place(double middleX, double middleY, double step, double slope) {
        Grid grid(int size) {
            double half = size * step / 2;
            return new Grid(
                    middleX - half * (1 - slope),
                    middleY - half * (1 + slope),
                    step,
                    step * slope,
                    -step * slope,
                    step);
        }

        /** Moved, grown or turned so that the outermost modules move by about so many dots. */
        Place moved(int way, double by, int size) {
            return switch (way) {
                case 0 -> new Place(middleX + by, middleY, step, slope);
                case 1 -> new Place(middleX, middleY + by, step, slope);
                case 2 -> new Place(middleX, middleY, step + 2 * by / size, slope);
                default -> new Place(middleX, middleY, step, slope + 2 * by / (size * step));
            };
        }
    }

    /** Judged by the finders only, which is quick. */
    static SquareFit rough(Dots dots, int size, List<KnownModules.Module> known, Place place) {
        Grid grid = place.grid(size);
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (KnownModules.Module module : known) {
            int color = module.black() ? 1 : 0;
            sums[color] += grid.shade(dots, module.column(), module.row());
            counts[color]++;
        }
        double black = sums[1] / counts[1];
        double white = sums[0] / counts[0];
        double contrast = black - white;
        return new SquareFit(size, known, place, contrast, (black + white) / 2, contrast);
    }

    private static SquareFit of(Dots dots, int size, List<KnownModules.Module> known, Place place) {
        SquareFit rough = rough(dots, size, known, place);
        Grid grid = place.grid(size);
        double clear = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                clear += Math.abs(grid.shade(dots, column, row) - rough.threshold);
            }
        }
        double score = rough.contrast + 2 * clear / (size * size);
        return new SquareFit(size, known, place, rough.contrast, rough.threshold, score);
    }

    /** The best place nearby. */
    SquareFit settled(Dots dots) {
        SquareFit best = of(dots, size, known, place);
        for (double by : STEPS) {
            boolean better = true;
            for (int round = 0; round < MOST_ROUNDS && better; round++) {
                better = false;
                for (int way = 0; way < 8; way++) {
                    Place moved = best.place.moved(way / 2, way % 2 == 0 ? by : -by, size);
                    SquareFit fit = of(dots, size, known, moved);
                    if (fit.score > best.score) {
                        best = fit;
                        better = true;
                    }
                }
            }
        }
        return best;
    }

    /**
     * The modules, the finders in the colors they must have.
     *
     * @param darker added to the threshold
     */
    BitMatrix modules(Dots dots, double darker) {
        Grid grid = place.grid(size);
        BitMatrix modules = new BitMatrix(size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                if (grid.shade(dots, column, row) > threshold + darker) {
                    modules.set(column, row);
                }
            }
        }
        for (KnownModules.Module module : known) {
            if (module.black() != modules.get(module.column(), module.row())) {
                modules.flip(module.column(), module.row());
            }
        }
        return modules;
    }
}
