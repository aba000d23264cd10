package io.fulfillx.model.stock;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;

/** What came of reserving an order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReserveOutcome.Reserved.class, name = "reserved"),
    @JsonSubTypes.Type(value = ReserveOutcome.AlreadyReserved.class, name = "already-reserved"),
    @JsonSubTypes.Type(value = ReserveOutcome.NotEnough.class, name = "not-enough")
})
public sealed interface ReserveOutcome {
    record Reserved(OrderId orderId) implements ReserveOutcome {}

    record AlreadyReserved(OrderId orderId) implements ReserveOutcome {}

    /** Nothing was reserved. */
    record NotEnough(List<Missing> missing) implements ReserveOutcome {
        public NotEnough {
            missing = List.copyOf(missing);
        }
    }

    record Missing(Sku sku, Quantity asked, Quantity available) {}
}
