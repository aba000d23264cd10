package io.fulfillx.printing.language;

/** What a printer is doing or needs, in one vocabulary for all languages; the worst stands last. */
public enum PrinterCondition {
    READY(false, "The printer is ready."),
    PRINTING(false, "The printer is printing."),
    PAPER_NEAR_END(false, "The label roll is nearly empty. Have a new one at hand."),
    PAUSED(true, "The printer is paused. Press its pause button, or take the waiting label."),
    OVER_TEMPERATURE(true, "The print head is too hot. It goes on by itself when it has cooled."),
    PAPER_OUT(true, "The printer has no labels. Put in a new roll."),
    RIBBON_OUT(true, "The printer has no ribbon. Put in a new one."),
    HEAD_OPEN(true, "The printer is open. Close its lid until it clicks."),
    CUTTER_FAULT(true, "The cutter is stuck. Switch the printer off and clear the blade."),
    FAULT(true, "The printer reports a fault. Look at its display, then switch it off and on."),
    SILENT(false, "The printer is connected but does not answer."),
    OFFLINE(true, "The printer cannot be reached. Look at its power and its cable.");

    private final boolean stops;
    private final String sentence;

    PrinterCondition(boolean stops, String sentence) {
        this.stops = stops;
        this.sentence = sentence;
    }

    /** Whether nothing comes out until somebody or something has changed it. */
    public boolean stops() {
        return stops;
    }

    /** What a packer should know and do, in English; screens translate by {@link #name()}. */
    public String sentence() {
        return sentence;
    }
}
