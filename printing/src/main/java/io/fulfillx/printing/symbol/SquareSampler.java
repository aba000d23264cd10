package io.fulfillx.printing.symbol;

import com.google.zxing.common.BitMatrix;

import java.util.List;
import java.util.Optional;

/**
 * Takes the modules of a worn square symbol from its box: the number of modules and the slope are
 * those that show its finders best.
 */
final class SquareSampler {
    private static final double[] SLOPES = {0, -0.0175, 0.0175, -0.035, 0.035};
    private static final double SMALLEST_MODULE = 1.7;
    private static final double LEAST_CONTRAST = 0.45;

    private final Dots dots;

    SquareSampler(Dots dots) {
        this.dots = dots;
    }

    /** Empty when there is nothing like the finders. */
    Optional<BitMatrix> sample(List<Integer> sizes, KnownModules known) {
        double most = LEAST_CONTRAST;
        double threshold = 0;
        int best = 0;
        Grid bestGrid = new Grid(0, 0, 0, 0, 0, 0);
        for (int size : sizes) {
            if (size * SMALLEST_MODULE > dots.width()) {
                continue;
            }
            List<KnownModules.Module> modules = known.of(size);
            for (double slope : SLOPES) {
                Grid grid = grid(size, slope);
                double black = mean(grid, modules, true);
                double white = mean(grid, modules, false);
                if (black - white > most) {
                    most = black - white;
                    threshold = (black + white) / 2;
                    best = size;
                    bestGrid = grid;
                }
            }
        }
        return best == 0 ? Optional.empty() : Optional.of(read(bestGrid, best, threshold));
    }

    private BitMatrix read(Grid grid, int size, double threshold) {
        BitMatrix modules = new BitMatrix(size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                if (grid.darkness(dots, column, row) > threshold) {
                    modules.set(column, row);
                }
            }
        }
        return modules;
    }

    /** The square that fits into the box when it is turned. */
    private Grid grid(int size, double slope) {
        double side = (dots.width() + dots.height()) / 2.0 / (1 + Math.abs(slope));
        double step = side / size;
        double middleX = dots.width() / 2.0;
        double middleY = dots.height() / 2.0;
        return new Grid(
                middleX - side / 2 * (1 - slope),
                middleY - side / 2 * (1 + slope),
                step,
                step * slope,
                -step * slope,
                step);
    }

    private double mean(Grid grid, List<KnownModules.Module> modules, boolean black) {
        double sum = 0;
        int count = 0;
        for (KnownModules.Module module : modules) {
            if (module.black() == black) {
                sum += grid.darkness(dots, module.column(), module.row());
                count++;
            }
        }
        return sum / count;
    }
}
