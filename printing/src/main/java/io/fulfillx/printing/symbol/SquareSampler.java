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
        Fit best = new Fit(0, new Grid(0, 0, 0, 0, 0, 0), LEAST_CONTRAST / 2, 0);
        for (int size : sizes) {
            if (size * SMALLEST_MODULE > dots.width()) {
                continue;
            }
            List<KnownModules.Module> modules = known.of(size);
            for (double slope : SLOPES) {
                best = best.or(fit(size, grid(size, slope, 0), modules));
            }
        }
        if (best.size() == 0) {
            return Optional.empty();
        }
        Fit fine = refined(best, known.of(best.size()));
        return fine.contrast() < LEAST_CONTRAST ? Optional.empty() : Optional.of(read(fine));
    }

    /** Gain and missing dots move the box by a dot or two. */
    private Fit refined(Fit rough, List<KnownModules.Module> modules) {
        Fit best = rough;
        double slope = rough.grid().acrossY() / rough.grid().acrossX();
        for (double wider = -2; wider <= 3; wider++) {
            for (double lean = slope - 0.009; lean <= slope + 0.01; lean += 0.009) {
                Grid grid = grid(rough.size(), lean, wider);
                for (int shift = 0; shift < 25; shift++) {
                    Grid moved = grid.moved((shift % 5 - 2) * 0.7, (shift / 5 - 2) * 0.7);
                    best = best.or(fit(rough.size(), moved, modules));
                }
            }
        }
        return best;
    }

    private Fit fit(int size, Grid grid, List<KnownModules.Module> modules) {
        double black = mean(grid, modules, true);
        double white = mean(grid, modules, false);
        return new Fit(size, grid, black - white, (black + white) / 2);
    }

    /** How well a grid shows the finders. */
    private record Fit(int size, Grid grid, double contrast, double threshold) {
        Fit or(Fit other) {
            return other.contrast > contrast ? other : this;
        }
    }

    private BitMatrix read(Fit fit) {
        BitMatrix modules = new BitMatrix(fit.size());
        for (int row = 0; row < fit.size(); row++) {
            for (int column = 0; column < fit.size(); column++) {
                if (fit.grid().darkness(dots, column, row) > fit.threshold()) {
                    modules.set(column, row);
                }
            }
        }
        return modules;
    }

    /** The square that fits into the box when it is turned. */
    private Grid grid(int size, double slope, double wider) {
        double side = ((dots.width() + dots.height()) / 2.0 + wider) / (1 + Math.abs(slope));
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
