package io.fulfillx.backend.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

class LabelStateTest {
    private static final OrgId ORG = new OrgId(new UUID(1, 1));
    private static final ParcelId PARCEL = new ParcelId(new UUID(2, 2));

    @Test
    void unknownIsNeverRequestedAgain() {
        assertFalse(LabelState.UNKNOWN.mayBecome(LabelState.REQUESTED));
    }

    @Test
    void onlyWhatIsSurelyNotPaidAllowsANewAttempt() {
        for (LabelState state : LabelState.values()) {
            assertEquals(
                    Set.of(LabelState.FAILED, LabelState.VOIDED).contains(state),
                    state.allowsNewAttempt());
            assertFalse(state.allowsNewAttempt() && state.mayBePaid());
        }
        assertTrue(LabelState.UNKNOWN.mayBePaid());
    }

    @Test
    void onlyWhatNobodyWasPaidForIsAnIntentAgain() {
        for (LabelState state : LabelState.values()) {
            assertEquals(
                    EnumSet.of(LabelState.REQUESTED, LabelState.UNKNOWN).contains(state),
                    state.mayBecome(LabelState.INTENT));
        }
    }

    @Test
    void referencesAreTheSameForTheSamePurchaseOnly() {
        LabelReference first = LabelReference.of(ORG, PARCEL, 1);
        assertEquals(first, LabelReference.of(ORG, PARCEL, 1));
        assertNotEquals(first, LabelReference.of(ORG, PARCEL, 2));
        assertNotEquals(first, LabelReference.of(new OrgId(new UUID(1, 2)), PARCEL, 1));
        assertTrue(first.value().matches("FX[0-9A-F]{24}-1"));
        assertThrows(IllegalArgumentException.class, () -> LabelReference.of(ORG, PARCEL, 0));
    }
}
