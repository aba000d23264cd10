package io.fulfillx.desktop.labels;

import io.fulfillx.desktop.session.Step;
import io.fulfillx.desktop.session.Tone;

/** What came of one act on the labels of a wave. */
public sealed interface LabelStep extends Step {
    @Override
    default Tone tone() {
        return switch (this) {
            case Confirmed _ -> Tone.GREEN;
            case Started _, Reprinting _ -> Tone.NEUTRAL;
            case Paused _, NothingToPrint _, LookFirst _, NotMissing _ -> Tone.AMBER;
            case NoPrinter _, NotOfThisWave _ -> Tone.RED;
        };
    }

    record Started(int labels) implements LabelStep {}

    record Paused() implements LabelStep {}

    record NothingToPrint() implements LabelStep {}

    record NoPrinter() implements LabelStep {}

    /** A label in doubt was scanned: it is there. */
    record Confirmed(String trackingNumber) implements LabelStep {}

    /** The scanned text stands on no label of this wave. */
    record NotOfThisWave(String scanned) implements LabelStep {}

    /**
     * @param copy 2 and up: the label carries the same tracking number
     */
    record Reprinting(String trackingNumber, int copy) implements LabelStep {}

    /** In doubt: it is printed again only after somebody said that it is not there. */
    record LookFirst(String trackingNumber) implements LabelStep {}

    /** Said to be missing, but there was no doubt about it. */
    record NotMissing(String trackingNumber) implements LabelStep {}
}
