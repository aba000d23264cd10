package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Applied;
import io.fulfillx.backend.fulfillment.api.FactOutcome.AppliedWith;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.orders.api.TaskKind;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of an act that was done while others decided otherwise: whether it is booked, and
 * what somebody has to do with their hands. What physically happened is never refused. Pure.
 */
final class ConflictPolicy {
    private ConflictPolicy() {}

    /** What the station did. */
    enum Deed {
        PICK,
        /** Units were missing or broken. */
        SHORTFALL,
        PRINT,
        PACK,
        /** Packed, and its label comes later. */
        PLATE,
        /** About to be packed under a number that the station made. */
        NUMBER,
        SET_ASIDE,
        TASK;

        /** Whether a closed parcel stands there now. */
        boolean closes() {
            return this == PACK || this == PLATE;
        }
    }

    /** How the operator stood when they did it. */
    enum Standing {
        ACTIVE,
        /** Disabled after that, which the station did not know. */
        DISABLED_SINCE,
        DISABLED_BEFORE
    }

    /**
     * What was found.
     *
     * @param revoked another station had been given the parcel
     * @param late packed or plated, and the time to take the parcel in was over before it came
     * @param addressChanged the label was bought for another address than the order's
     */
    record Facts(
            Deed deed, boolean revoked, boolean late, boolean addressChanged, Standing standing) {}

    /** Whose hands a task waits for. */
    enum Where {
        HERE,
        /** At the station that has the parcel now. */
        AT_HOLDER
    }

    /** Work by hand. */
    record Chore(TaskKind kind, Where where, String instruction) {}

    /**
     * What is made of the act.
     *
     * @param takesOver the parcel is this station's again: it was the first to pack it
     */
    record Ruling(FactOutcome outcome, boolean takesOver, List<Chore> chores) {
        private static Ruling of(FactOutcome outcome, Chore... chores) {
            return new Ruling(outcome, false, List.of(chores));
        }
    }

    private static final Chore DESTROY_LABEL =
            here(TaskKind.DESTROY_LABEL, "Tear up the label of this parcel, each sheet of it.");
    private static final Chore RECOUNT =
            here(TaskKind.RECOUNT, "Count what lies at this place and enter the count.");
    private static final Chore UNPACK_SECOND =
            here(
                    TaskKind.UNPACK,
                    "This parcel was packed elsewhere before. Open yours and put its units back to"
                            + " their place.");
    private static final Chore UNPACK_CANCELLED =
            here(
                    TaskKind.UNPACK,
                    "The order was cancelled before this was packed. Open the parcel and put its"
                            + " units back to their place.");
    private static final Chore EMPTY_OTHER =
            new Chore(
                    TaskKind.EMPTY_TOTE,
                    Where.AT_HOLDER,
                    "The station that had this parcel before has packed it. Put back what you have"
                            + " picked for it.");
    private static final Chore PUT_EXTRA_BACK =
            here(
                    TaskKind.EMPTY_TOTE,
                    "Something was picked that the order does not ask for. Take it out of the tote"
                            + " and put it back.");

    private static Chore here(TaskKind kind, String instruction) {
        return new Chore(kind, Where.HERE, instruction);
    }

    private static Chore shelf(String why) {
        return here(
                TaskKind.HOLD_SHELF,
                why + " Bring the parcel to the hold shelf; it must not leave the house.");
    }

    /** What is decided before the books are asked; empty when they are to be asked. */
    static Optional<Ruling> before(Facts facts) {
        if (facts.standing() == Standing.DISABLED_BEFORE) {
            Contradicts disabled =
                    new Contradicts(
                            "operator-disabled",
                            "This was done after the operator had been disabled.");
            return Optional.of(
                    facts.deed().closes()
                            ? Ruling.of(
                                    disabled, shelf("Its packer was not allowed to work any more."))
                            : Ruling.of(disabled));
        } else if (facts.deed() == Deed.PACK && facts.addressChanged()) {
            return Optional.of(wrongLabel("The address was changed after its label was bought."));
        } else if (facts.deed() == Deed.SET_ASIDE && facts.revoked()) {
            return Optional.of(Ruling.of(FactOutcome.APPLIED));
        }
        return Optional.empty();
    }

    private static Ruling wrongLabel(String why) {
        return Ruling.of(new Contradicts("address-changed", why), shelf(why), DESTROY_LABEL);
    }

    /** What follows from what the books said. */
    static Ruling after(Facts facts, FactOutcome said) {
        return switch (said) {
            case Applied() -> applied(facts);
            case AppliedWith _ -> Ruling.of(said);
            case Contradicts against -> contradicted(facts, against);
        };
    }

    private static Ruling applied(Facts facts) {
        FactOutcome outcome = FactOutcome.APPLIED;
        if (facts.revoked()) {
            outcome =
                    new AppliedWith("claim-revoked", "Another station had been given this parcel.");
        } else if (facts.standing() == Standing.DISABLED_SINCE) {
            outcome =
                    new AppliedWith(
                            "operator-disabled",
                            "The operator has been disabled since this was done.");
        } else if (facts.late()) {
            outcome =
                    new AppliedWith(
                            "lease-ended",
                            "The station's time to take this parcel in was over; nobody else had"
                                    + " it.");
        }
        return switch (facts.deed()) {
            case PACK, PLATE ->
                    facts.revoked()
                            ? new Ruling(outcome, true, List.of(EMPTY_OTHER))
                            : Ruling.of(outcome);
            case SHORTFALL -> Ruling.of(outcome, RECOUNT);
            case PICK, PRINT, NUMBER, SET_ASIDE, TASK -> Ruling.of(outcome);
        };
    }

    private static Ruling contradicted(Facts facts, Contradicts against) {
        if (against.code().equals("unknown-parcel")) {
            return Ruling.of(against);
        }
        return switch (facts.deed()) {
            case PACK, PLATE, NUMBER -> packed(against);
            case SHORTFALL -> Ruling.of(new AppliedWith("recount", against.detail()), RECOUNT);
            case PICK -> picked(facts, against);
            case PRINT ->
                    against.code().equals("wrong-label")
                            ? Ruling.of(against, DESTROY_LABEL)
                            : Ruling.of(against);
            case SET_ASIDE, TASK -> Ruling.of(against);
        };
    }

    private static Ruling packed(Contradicts against) {
        return switch (against.code()) {
            case "already-packed" -> Ruling.of(against, UNPACK_SECOND, DESTROY_LABEL);
            case "order-cancelled" ->
                    Ruling.of(
                            against,
                            shelf("The order was cancelled before this was packed."),
                            DESTROY_LABEL,
                            UNPACK_CANCELLED);
            case "order-held" -> Ruling.of(against, shelf("The order is held."));
            case "wrong-label", "not-labelled", "already-labelled" ->
                    Ruling.of(
                            against, shelf("Its label is not the one it has now."), DESTROY_LABEL);
            case "address-changed" -> wrongLabel(against.detail());
            case "number-used", "number-not-lent" ->
                    Ruling.of(
                            against,
                            shelf("The number on its label is not its own."),
                            DESTROY_LABEL);
            default -> Ruling.of(against, shelf("A lead has to look at this parcel."));
        };
    }

    /** Two who picked for one parcel: the books have one of them, the place tells the rest. */
    private static Ruling picked(Facts facts, Contradicts against) {
        if (facts.revoked()) {
            return Ruling.of(new AppliedWith("superseded", against.detail()), RECOUNT);
        }
        return switch (against.code()) {
            case "too-many-picked", "unknown-line" -> Ruling.of(against, PUT_EXTRA_BACK);
            default -> Ruling.of(against);
        };
    }
}
