package io.fulfillx.printing.symbol;

import com.google.zxing.common.BitMatrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes the modules of a worn square symbol from its box: the number of modules, the place and the
 * slope are those that show its finders and all its modules best.
 */
final class SquareSampler {
    private static final double[] SLOPES = {0, -0.0175, 0.0175, -0.035, 0.035};

    /** Gain makes everything darker or lighter than the finders tell. */
    private static final double[] THRESHOLDS = {0, -0.12, 0.12, -0.24, 0.24};

    private static final double SMALLEST_MODULE = 1.7;
    private static final double LEAST_CONTRAST = 0.45;

    /** Sizes that may be the right one. */
    private static final int MOST_SIZES = 4;

    private final Dots dots;

    SquareSampler(Dots dots) {
        this.dots = dots;
    }

    /** The first reading that its error correction accepts, the finders as they should be. */
    Optional<MatrixHit> read(
            List<Integer> sizes,
            KnownModules known,
            Function<BitMatrix, Optional<MatrixHit>> decoder) {
        List<SquareFit> rough = new ArrayList<>();
        for (int size : sizes) {
            if (size * SMALLEST_MODULE <= dots.width()) {
                rough.add(rough(size, known.of(size)));
            }
        }
        rough.sort(Comparator.comparingDouble(SquareFit::contrast).reversed());
        for (SquareFit start : rough.subList(0, Math.min(MOST_SIZES, rough.size()))) {
            if (start.contrast() < LEAST_CONTRAST / 2) {
                break;
            }
            SquareFit fine = start.settled(dots);
            for (int i = 0; i < THRESHOLDS.length && fine.contrast() >= LEAST_CONTRAST; i++) {
                Optional<MatrixHit> hit = decoder.apply(fine.modules(dots, THRESHOLDS[i]));
                if (hit.isPresent()) {
                    return hit;
                }
            }
        }
        return Optional.empty();
    }

    private SquareFit rough(int size, List<KnownModules.Module> modules) {
        List<SquareFit> fits = new ArrayList<>();
        for (double slope : SLOPES) {
            double side = (dots.width() + dots.height()) / 2.0 / (1 + Math.abs(slope));
            SquareFit.Place place =
                    new SquareFit.Place(
                            dots.width() / 2.0, dots.height() / 2.0, side / size, slope);
            fits.add(SquareFit.rough(dots, size, modules, place));
        }
        return Collections.max(fits, Comparator.comparingDouble(SquareFit::contrast));
    }
}
