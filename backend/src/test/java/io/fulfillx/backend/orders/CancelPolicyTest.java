package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.orders.FloorStore.Stage;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.model.id.Ids;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import org.junit.jupiter.api.Test;

class CancelPolicyTest {
    private static Stage planned(boolean wasLabelled) {
        Ids ids = Ids.system();
        return new Stage(
                new ParcelId(ids.get()),
                new FulfillmentOrderId(ids.get()),
                new StationId(ids.get()),
                "PLANNED",
                "HERE",
                1,
                null,
                "INTENT",
                null,
                0,
                wasLabelled);
    }

    @Test
    void aStationMayStillWorkWithTheLabelThatIsBeingReplaced() {
        assertTrue(CancelPolicy.isAtStation(planned(true)));
    }

    @Test
    void noStationHasAParcelThatNeverHadALabel() {
        assertFalse(CancelPolicy.isAtStation(planned(false)));
    }
}
