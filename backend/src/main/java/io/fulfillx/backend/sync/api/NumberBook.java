package io.fulfillx.backend.sync.api;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.LabelRule;
import io.fulfillx.backend.shipping.api.LeasedNumbers;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.sync.LeaseNumbers;

import java.util.Optional;

/** Which numbers were lent to whom, and which there are. */
public interface NumberBook {
    /** Names the series of plates. */
    LabelRule rule(Tx tx);

    /** The series of a carrier's labels; empty when stations make none. */
    Optional<LeasedNumbers> ofCarrier(Tx tx, String carrier);

    /**
     * Takes the next serials; others who take some wait.
     *
     * @param first where the series begins
     * @param end the first serial behind it
     * @return empty when none is left
     */
    Optional<NumberRange> take(Tx tx, NumberSeries series, long first, long end, int size);

    void insert(Tx tx, StationId station, LeaseNumbers asked, NumberRange range);

    /** What was lent for that request before. */
    Optional<NumberRange> find(Tx tx, StationId station, LeaseNumbers asked);
}
