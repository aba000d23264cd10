package io.fulfillx.desktop.pack;

import java.util.Optional;

/** Doubts a typed weight: what is no weight for ever, what is unlikely once per parcel. */
final class PackWeighing {
    private static final int PACKING_MATERIAL_GRAMS = 50;

    private final int maxGrams;
    private boolean doubted;

    PackWeighing(int maxGrams) {
        this.maxGrams = maxGrams;
    }

    /** Empty when the weight can be taken. */
    Optional<PackStep> doubt(String typed, int expected) {
        int grams = typed.matches("[0-9]{1,7}") ? Integer.parseInt(typed) : 0;
        if (grams < 1 || grams > maxGrams) {
            return Optional.of(new PackStep.WeightInvalid(typed, maxGrams));
        }
        int tolerance = Math.max(PACKING_MATERIAL_GRAMS, expected / 5);
        if (!doubted && Math.abs(grams - expected) > tolerance) {
            doubted = true;
            return Optional.of(new PackStep.WeightUnlikely(grams, expected));
        }
        return Optional.empty();
    }

    void reset() {
        doubted = false;
    }
}
