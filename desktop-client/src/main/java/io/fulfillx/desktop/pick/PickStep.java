package io.fulfillx.desktop.pick;

import io.fulfillx.desktop.session.Step;
import io.fulfillx.desktop.session.Tone;

/** What came of one scan or command while picking. What is asked next stands in PickState. */
public sealed interface PickStep extends Step {
    @Override
    default Tone tone() {
        return switch (this) {
            case ToteAssigned _, Accepted _, LocationDone _, OrderDone _, Finished _ -> Tone.GREEN;
            case NeedTote _, MovedTo _, Multiplier _ -> Tone.NEUTRAL;
            case OrderAside _,
                    ShortPicked _,
                    Damaged _,
                    Undone _,
                    NothingToUndo _,
                    NotNow _,
                    NotHere _,
                    ScanToteFirst _ ->
                    Tone.AMBER;
            case ToteInUse _, WrongTote _, WrongItem _, TooMany _, UnknownCode _, Held _ ->
                    Tone.RED;
            case WrongLot _, Withdrawn _ -> Tone.RED;
            case TakenOver _ -> Tone.AMBER;
        };
    }

    record ToteAssigned(String tote, String order) implements PickStep {}

    record ToteInUse(String tote, String order) implements PickStep {}

    /** An item was scanned before every order had its tote. */
    record ScanToteFirst(String order) implements PickStep {}

    /** Stored durably. */
    record Accepted(String item, int picked, int of, String tote) implements PickStep {}

    /** With several totes: now scan the tote the units go into. */
    record NeedTote(String item, int units, String tote) implements PickStep {}

    /** Accepted, and nothing is left to take here. */
    record LocationDone(String item, int picked, int of, String tote, String nextLocation)
            implements PickStep {}

    /** Accepted, and this order is complete. */
    record OrderDone(String item, int picked, int of, String tote, String order)
            implements PickStep {}

    /** Accepted, but units of this order are missing: its tote goes to a lead. */
    record OrderAside(String item, String tote, String order) implements PickStep {}

    /**
     * Accepted, and the whole list is done.
     *
     * @param setAside orders that must go to a lead
     */
    record Finished(int orders, int setAside) implements PickStep {}

    record WrongTote(String scanned, String expected) implements PickStep {}

    /** Not an item of any order in hand. */
    record WrongItem(String scanned, String expected) implements PickStep {}

    /** The item, but of another lot than the one to take. */
    record WrongLot(String item, String scanned, String wanted) implements PickStep {}

    /** On the list, but to be taken from another location. */
    record NotHere(String item, String location) implements PickStep {}

    record MovedTo(String location) implements PickStep {}

    record TooMany(String item, int left) implements PickStep {}

    record UnknownCode(String scanned) implements PickStep {}

    /** The scan was not taken: this order is held now and leaves the list. */
    record Held(String order, String tote, String reason) implements PickStep {}

    /** The scan was not taken: put the tote's items back. */
    record Withdrawn(String order, String tote) implements PickStep {}

    /** The scan was not taken: another station has the parcel now. */
    record TakenOver(String order, String station) implements PickStep {}

    record Multiplier(int units) implements PickStep {}

    record ShortPicked(String item, int missing, String order) implements PickStep {}

    record Damaged(String item, int units) implements PickStep {}

    record Undone(String item, int units) implements PickStep {}

    record NothingToUndo() implements PickStep {}

    /** The command or code makes no sense at this point. */
    record NotNow(String scanned) implements PickStep {}
}
