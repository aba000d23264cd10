package io.fulfillx.desktop.pack;

import io.fulfillx.scanner.scale.ScaleReading;

/** What the packer must know about the scale. */
public enum ScaleSight {
    /** This station has none. */
    NONE,
    EMPTY,
    MOVING,
    /** A load that rests and was taken, or may be. */
    RESTING,
    /** What lies there was there before, or did not fit: it must be taken off first. */
    OLD_LOAD,
    BELOW_ZERO,
    OVERLOAD,
    NEEDS_ZERO,
    NOT_READY,
    FAULT,
    GONE,
    SILENT,
    FROZEN;

    /** What a reading is that is no weight. */
    static ScaleSight of(ScaleReading reading) {
        return switch (reading) {
            case ScaleReading.Stable _ -> EMPTY;
            case ScaleReading.Moving _ -> MOVING;
            case ScaleReading.BelowZero _ -> BELOW_ZERO;
            case ScaleReading.Overload _ -> OVERLOAD;
            case ScaleReading.NeedsZero _ -> NEEDS_ZERO;
            case ScaleReading.NotReady _ -> NOT_READY;
            case ScaleReading.Fault _ -> FAULT;
            case ScaleReading.Stale(var reason) ->
                    switch (reason) {
                        case GONE -> GONE;
                        case SILENT -> SILENT;
                        case FROZEN -> FROZEN;
                    };
        };
    }

    /** Whether something must be done about the scale before it weighs. */
    boolean stops() {
        return switch (this) {
            case NONE, EMPTY, MOVING, RESTING, NOT_READY -> false;
            case OLD_LOAD, BELOW_ZERO, OVERLOAD, NEEDS_ZERO, FAULT, GONE, SILENT, FROZEN -> true;
        };
    }
}
