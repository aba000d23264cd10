package io.fulfillx.desktop.tasks;

import io.fulfillx.desktop.session.Step;
import io.fulfillx.desktop.session.Tone;

/** What came of a scan on the list of things to do by hand. */
public sealed interface TaskStep extends Step {
    @Override
    default Tone tone() {
        return switch (this) {
            case Confirmed _ -> Tone.GREEN;
            case NothingToDo _, ScanAtBench _ -> Tone.AMBER;
            case NotOnTheList _ -> Tone.RED;
        };
    }

    /**
     * One thing was done, stored durably.
     *
     * @param left how many are still to do
     */
    record Confirmed(String order, int left) implements TaskStep {}

    record NothingToDo() implements TaskStep {}

    /** Its label is printed where it is packed: the plate is to be scanned there. */
    record ScanAtBench(String order) implements TaskStep {}

    /** No task here is of this order, tote, label or place. */
    record NotOnTheList(String scanned) implements TaskStep {}
}
