package io.fulfillx.desktop.pack;

import io.fulfillx.model.quantity.Weight;
import io.fulfillx.scanner.scale.LoadGate;
import io.fulfillx.scanner.scale.ScaleReading;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Doubts weights. A typed one: what is no weight for ever, what is unlikely once per parcel. One
 * from the scale: what was there before, and what does not fit the parcel until it was put on again
 * or the packer says that it is right.
 */
final class PackWeighing {
    private static final int PACKING_MATERIAL_GRAMS = 50;

    private final WeightRules rules;
    private final LoadGate gate = new LoadGate();
    private boolean doubted;
    private @Nullable Weight misfit;
    private ScaleSight sight = ScaleSight.NONE;

    PackWeighing(WeightRules rules) {
        this.rules = rules;
    }

    /** Empty when the typed weight can be taken. */
    Optional<PackStep> doubt(String typed, Weight expected) {
        int grams = typed.matches("[0-9]{1,7}") ? Integer.parseInt(typed) : 0;
        if (grams < 1 || grams > rules.maxGrams()) {
            return Optional.of(new PackStep.WeightInvalid(typed, rules.maxGrams()));
        }
        int tolerance = Math.max(PACKING_MATERIAL_GRAMS, expected.grams() / 5);
        if (!doubted && Math.abs(grams - expected.grams()) > tolerance) {
            doubted = true;
            return Optional.of(new PackStep.WeightUnlikely(grams, expected.grams()));
        }
        return Optional.empty();
    }

    /**
     * Takes what the scale says, whatever the packer is at.
     *
     * @return the load that rests there now and was not there before
     */
    Optional<Weight> look(ScaleReading reading, long nanoTime) {
        return switch (gate.look(reading, nanoTime)) {
            case LoadGate.Fresh(Weight weight) -> {
                sight = ScaleSight.RESTING;
                yield Optional.of(weight);
            }
            case LoadGate.Old _ -> {
                sight = ScaleSight.OLD_LOAD;
                yield Optional.empty();
            }
            case LoadGate.Nothing _ -> {
                sight = gate.settling() ? ScaleSight.MOVING : ScaleSight.of(reading);
                yield Optional.empty();
            }
        };
    }

    /** Empty when the weight on the scale fits. Another look needs the load to be put on again. */
    Optional<PackStep> misfit(Weight onScale, Weight expected) {
        gate.forget();
        if (rules.fits(onScale, expected)) {
            return Optional.empty();
        }
        misfit = onScale;
        return Optional.of(new PackStep.WeightMismatch(onScale.grams(), expected.grams()));
    }

    /** The weight that did not fit and may be said to be right all the same. */
    Optional<Weight> questioned() {
        return Optional.ofNullable(misfit);
    }

    ScaleSight sight() {
        return sight;
    }

    /** Another parcel: what lies on the scale is not its weight. */
    void nextParcel() {
        reset();
        gate.forget();
    }

    /** Another carton: all doubts begin anew, and what did not fit may fit now. */
    void reset() {
        doubted = false;
        if (misfit != null) {
            gate.admit();
            misfit = null;
        }
    }
}
