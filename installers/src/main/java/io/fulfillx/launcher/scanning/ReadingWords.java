package io.fulfillx.launcher.scanning;

import io.fulfillx.model.quantity.Weight;
import io.fulfillx.scanner.scale.ScaleReading;

import java.util.Locale;

/** What a scale said, for people and for programs. */
final class ReadingWords {
    private ReadingWords() {}

    /** One word for programs, the same in every version. */
    static String state(ScaleReading reading) {
        return switch (reading) {
            case ScaleReading.Stable _ -> "stable";
            case ScaleReading.Moving _ -> "moving";
            case ScaleReading.BelowZero _ -> "below-zero";
            case ScaleReading.Overload _ -> "overload";
            case ScaleReading.NeedsZero _ -> "needs-zero";
            case ScaleReading.NotReady _ -> "not-ready";
            case ScaleReading.Fault _ -> "fault";
            case ScaleReading.Stale(var reason) -> reason.name().toLowerCase(Locale.ROOT);
        };
    }

    static String sentence(ScaleReading reading) {
        return switch (reading) {
            case ScaleReading.Stable(Weight weight) -> weight.toString();
            case ScaleReading.Moving _ -> "the load does not come to rest";
            case ScaleReading.BelowZero _ -> "the scale is below zero: empty it and set it to zero";
            case ScaleReading.Overload _ -> "the load is more than the scale can weigh";
            case ScaleReading.NeedsZero _ -> "the scale must be emptied and set to zero";
            case ScaleReading.NotReady _ -> "the scale is not ready to weigh";
            case ScaleReading.Fault(var told) -> told;
            case ScaleReading.Stale(var reason) ->
                    switch (reason) {
                        case GONE -> "the scale is not there";
                        case SILENT -> "the scale does not answer";
                        case FROZEN -> "the scale says that the load moves and never changes";
                    };
        };
    }
}
