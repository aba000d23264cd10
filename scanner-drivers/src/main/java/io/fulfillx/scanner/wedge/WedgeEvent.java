package io.fulfillx.scanner.wedge;

/** What a run of keys turned out to be. */
public sealed interface WedgeEvent {
    /** A scanner: the text without prefix, suffix and the closing Enter or Tab. */
    record Scanned(String text) implements WedgeEvent {}

    /** A person: the characters in the order typed, a closing Enter or Tab included. */
    record Typed(String text) implements WedgeEvent {}

    /** The calibration barcode: the decoder uses this repair from now on, the caller keeps it. */
    record Calibrated(LayoutRepair repair) implements WedgeEvent {}
}
