package io.fulfillx.backend.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.AppliedWith;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.sync.ConflictPolicy.Deed;
import io.fulfillx.backend.sync.ConflictPolicy.Facts;
import io.fulfillx.backend.sync.ConflictPolicy.Ruling;
import io.fulfillx.backend.sync.ConflictPolicy.Standing;
import io.fulfillx.backend.sync.ConflictPolicy.Where;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

/** The table of what becomes of an act that met what others did; each line is one row of it. */
class ConflictPolicyTest {
    private static FactOutcome books(String said) {
        return said.equals("booked") ? FactOutcome.APPLIED : new Contradicts(said, "Why.");
    }

    /** Asked as an act is ruled on: the books only when they still have a say. */
    private static Ruling rule(Facts facts, String said) {
        return ConflictPolicy.before(facts)
                .orElseGet(() -> ConflictPolicy.after(facts, books(said)));
    }

    private static String told(Ruling ruling) {
        String chores =
                ruling.chores().stream()
                        .map(
                                chore ->
                                        chore.kind()
                                                + (chore.where() == Where.AT_HOLDER
                                                        ? "@holder"
                                                        : ""))
                        .collect(Collectors.joining(" "));
        return (switch (ruling.outcome()) {
                            case FactOutcome.Applied() -> "applied";
                            case AppliedWith(String code, _) -> "applied/" + code;
                            case Contradicts(String code, _) -> "kept/" + code;
                        }
                        + (ruling.takesOver() ? " takes-over" : "")
                        + " "
                        + chores)
                .strip();
    }

    private static Facts facts(Deed deed, String given) {
        Standing standing =
                given.contains("disabled-before")
                        ? Standing.DISABLED_BEFORE
                        : given.contains("disabled-since")
                                ? Standing.DISABLED_SINCE
                                : Standing.ACTIVE;
        return new Facts(
                deed,
                given.contains("revoked"),
                given.contains("late"),
                given.contains("moved"),
                standing);
    }

    @ParameterizedTest
    @CsvSource({
        "PACK, -, booked, applied",
        "PACK, late, booked, applied/lease-ended",
        "PACK, revoked, booked, applied/claim-revoked takes-over EMPTY_TOTE@holder",
        "PACK, revoked late, booked, applied/claim-revoked takes-over EMPTY_TOTE@holder",
        "PACK, disabled-since, booked, applied/operator-disabled",
        "PACK, disabled-before, booked, kept/operator-disabled HOLD_SHELF",
        "PACK, moved, booked, kept/address-changed HOLD_SHELF DESTROY_LABEL",
        "PACK, -, already-packed, kept/already-packed UNPACK DESTROY_LABEL",
        "PACK, revoked, already-packed, kept/already-packed UNPACK DESTROY_LABEL",
        "PACK, -, order-cancelled, kept/order-cancelled HOLD_SHELF DESTROY_LABEL UNPACK",
        "PACK, -, order-held, kept/order-held HOLD_SHELF",
        "PACK, -, wrong-label, kept/wrong-label HOLD_SHELF DESTROY_LABEL",
        "PACK, -, not-labelled, kept/not-labelled HOLD_SHELF DESTROY_LABEL",
        "PACK, -, unheard-of, kept/unheard-of HOLD_SHELF",
        "PACK, -, unknown-parcel, kept/unknown-parcel",
        "PLATE, -, booked, applied",
        "PLATE, late, booked, applied/lease-ended",
        "PLATE, revoked, booked, applied/claim-revoked takes-over EMPTY_TOTE@holder",
        "PLATE, moved, booked, applied",
        "PLATE, disabled-before, booked, kept/operator-disabled HOLD_SHELF",
        "PLATE, -, already-packed, kept/already-packed UNPACK DESTROY_LABEL",
        "PLATE, -, order-cancelled, kept/order-cancelled HOLD_SHELF DESTROY_LABEL UNPACK",
        "PLATE, -, plate-used, kept/plate-used HOLD_SHELF",
        "SHORTFALL, -, booked, applied RECOUNT",
        "SHORTFALL, -, too-many, applied/recount RECOUNT",
        "SHORTFALL, revoked, too-many, applied/recount RECOUNT",
        "SHORTFALL, disabled-before, booked, kept/operator-disabled",
        "PICK, -, booked, applied",
        "PICK, disabled-since, booked, applied/operator-disabled",
        "PICK, disabled-before, booked, kept/operator-disabled",
        "PICK, revoked, too-many-picked, applied/superseded RECOUNT",
        "PICK, -, too-many-picked, kept/too-many-picked EMPTY_TOTE",
        "PICK, -, unknown-line, kept/unknown-line EMPTY_TOTE",
        "PICK, -, order-cancelled, kept/order-cancelled",
        "PRINT, -, booked, applied",
        "PRINT, -, wrong-label, kept/wrong-label DESTROY_LABEL",
        "PRINT, -, order-cancelled, kept/order-cancelled",
        "SET_ASIDE, -, booked, applied",
        "SET_ASIDE, revoked, already-packed, applied",
        "SET_ASIDE, -, already-packed, kept/already-packed",
        "TASK, -, booked, applied",
        "TASK, -, unknown-task, kept/unknown-task",
    })
    void whatPhysicallyHappenedIsBookedOrKeptWithItsNextSteps(
            Deed deed, String given, String said, String ruled) {
        assertEquals(ruled, told(rule(facts(deed, given), said)));
    }
}
