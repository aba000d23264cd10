package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.session.Step;
import io.fulfillx.desktop.session.Tone;

/** What came of one scan or command while packing. What is asked next stands in PackState. */
public sealed interface PackStep extends Step {
    @Override
    default Tone tone() {
        return switch (this) {
            case Opened _, Verified _, AllVerified _, CartonChosen _, Done _, TestPrinted _ ->
                    Tone.GREEN;
            case OnLane _ -> Tone.BLUE;
            case Multiplier _, Printing _, Reprinting _, ScanLabel _ -> Tone.NEUTRAL;
            case PlatePrinting _ -> Tone.NEUTRAL;
            case LabelPending _, NoPlateLeft _ -> Tone.AMBER;
            case StillPicking _, OtherOpen _, WeightUnlikely _, NotPrinted _, AskPrinted _ ->
                    Tone.AMBER;
            case SetAside _, ScanDamaged _, NothingMissing _, Undone _, NothingToUndo _ ->
                    Tone.AMBER;
            case Parked _, NotNow _ -> Tone.AMBER;
            case NothingHere _, WrongItem _, TooMany _, UnknownCode _, Held _ -> Tone.RED;
            case WrongLot _ -> Tone.RED;
            case TakenOver _ -> Tone.AMBER;
            case Withdrawn _, AlreadyPacked _, AlreadyAside _, UnknownCarton _ -> Tone.RED;
            case WeightInvalid _, WeightMismatch _, WrongLabel _ -> Tone.RED;
        };
    }

    record Opened(String order, int units) implements PackStep {}

    /** No job known here for this tote or order. */
    record NothingHere(String scanned) implements PackStep {}

    /** Picked units are still missing in the tote. */
    record StillPicking(String order, int left) implements PackStep {}

    /** Another parcel is on the bench: finish it or CANCEL. */
    record OtherOpen(String order) implements PackStep {}

    record Verified(String item, int verified, int of) implements PackStep {}

    /** The last unit was verified: now the carton. */
    record AllVerified(String item, String carton) implements PackStep {}

    record WrongItem(String scanned) implements PackStep {}

    /** An item of the parcel, but of another lot than was picked for it. */
    record WrongLot(String item, String scanned, String wanted) implements PackStep {}

    record TooMany(String item, int of) implements PackStep {}

    record UnknownCode(String scanned) implements PackStep {}

    /** The scan was not taken: held. Put the parcel on the hold shelf. */
    record Held(String order, String reason) implements PackStep {}

    /** The scan was not taken: put everything back. */
    record Withdrawn(String order) implements PackStep {}

    /** The scan was not taken: another station has the parcel now. */
    record TakenOver(String order, String station) implements PackStep {}

    record AlreadyPacked(String order, String trackingNumber) implements PackStep {}

    record AlreadyAside(String order, String reason) implements PackStep {}

    record Multiplier(int units) implements PackStep {}

    record CartonChosen(String carton, String name) implements PackStep {}

    record UnknownCarton(String scanned) implements PackStep {}

    /** Type it once more, or WEIGHTOK. Grams. */
    record WeightUnlikely(int typed, int expected) implements PackStep {}

    /** Put it on the scale again, or WEIGHTOK. Grams. */
    record WeightMismatch(int onScale, int expected) implements PackStep {}

    record WeightInvalid(String typed, int maxGrams) implements PackStep {}

    record Printing(String trackingNumber) implements PackStep {}

    /**
     * @param copy 2 and up: the label carries the same tracking number
     */
    record Reprinting(String trackingNumber, int copy) implements PackStep {}

    /** The label was printed ahead. Put it on the parcel, then scan it. */
    record ScanLabel(String trackingNumber) implements PackStep {}

    /** Surely nothing came out. Mend the printer, then REPRINT. */
    record NotPrinted(String reason) implements PackStep {}

    /** PRINTED, NOTPRINTED, or scan the label that came out. */
    record AskPrinted(String trackingNumber, String reason) implements PackStep {}

    /** The label that was scanned belongs to another parcel. */
    record WrongLabel(String scanned, String expected) implements PackStep {}

    /**
     * Packed and labelled, stored durably.
     *
     * @param parcelsLeft parcels of the same order still to pack
     */
    record Done(String order, String trackingNumber, int parcelsLeft) implements PackStep {}

    /** No label is here: a plate is printed in its place. */
    record PlatePrinting(String order, String plate) implements PackStep {}

    /** Packed under a plate, stored durably: it waits on the lane for its label. */
    record OnLane(String order, String plate) implements PackStep {}

    /** It waits on the lane, and its label is not here yet. */
    record LabelPending(String order) implements PackStep {}

    /** No label is here and no number for a plate either. */
    record NoPlateLeft(String order) implements PackStep {}

    /** The test label of the settings came out. */
    record TestPrinted() implements PackStep {}

    record SetAside(String order, String reason) implements PackStep {}

    record ScanDamaged() implements PackStep {}

    record NothingMissing() implements PackStep {}

    record Undone(String item, int units) implements PackStep {}

    record NothingToUndo() implements PackStep {}

    /** Taken off the bench unfinished; its tote opens it again where it was. */
    record Parked(String order) implements PackStep {}

    record NotNow(String scanned) implements PackStep {}
}
