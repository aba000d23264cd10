package io.fulfillx.desktop.takeover;

import io.fulfillx.desktop.session.Step;
import io.fulfillx.desktop.session.Tone;

/** What is known of a parcel that is not at this station. */
public sealed interface TakeOverStep extends Step {
    @Override
    default Tone tone() {
        return switch (this) {
            case TakenOver _ -> Tone.GREEN;
            case Ask _, NotALead _, Offline _, Unanswered _, OtherCode _ -> Tone.AMBER;
            case NobodyHasIt _, TooLate _ -> Tone.RED;
        };
    }

    /** The same code once more, or CONFIRM, takes it over. */
    record Ask(String order, String station) implements TakeOverStep {}

    /** It comes with the feed; whatever is known to be picked comes with it. */
    record TakenOver(String order, String station) implements TakeOverStep {}

    record NotALead(String order, String station) implements TakeOverStep {}

    /** Nobody can say who has it. */
    record Offline(String scanned) implements TakeOverStep {}

    /** It may have been taken over or not; asking again does no harm. */
    record Unanswered(String order) implements TakeOverStep {}

    /** The question stands; this was no answer to it. */
    record OtherCode(String order) implements TakeOverStep {}

    record NobodyHasIt(String scanned) implements TakeOverStep {}

    /** Somebody else was faster, or it has left. */
    record TooLate(String order) implements TakeOverStep {}
}
