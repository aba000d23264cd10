package io.fulfillx.model.station;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * By what right a station works on a parcel, and what is done of it already.
 *
 * @param epoch the fencing number: it grows whenever the parcel is given to somebody else
 * @param tote the tote that holds what was picked; null when none is known
 * @param picked what the server knows to be picked
 * @param takenBy name of the station that took the parcel over; null while it is the reader's
 * @param plate it is packed and waits on the lane for its label; null when it is not
 */
public record JobClaim(
        int epoch,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String tote,
        List<Picked> picked,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String takenBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LanePlate plate) {
    public JobClaim {
        picked = List.copyOf(picked);
    }

    /** Units of one line in the tote. */
    public record Picked(OrderLineId lineId, Quantity quantity) {}
}
