package io.fulfillx.backend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Shows everything that orders know of one order. It is what people at desks open all day, so that
 * it takes one round trip to the database.
 */
final class OrderDetailStore {
    private static final String DETAIL =
            "select found.*, "
                    + Row.listed(LineStore.OF_ORDERS)
                    + " as lines, "
                    + Row.listed(HoldStore.OF_ORDER)
                    + " as holds, "
                    + Row.listed(TrailStore.NOTES)
                    + " as notes, "
                    + Row.listed(TrailStore.HISTORY)
                    + " as history from ("
                    + OrderStore.BY_ID
                    + ") found";

    /**
     * An order with its lines, holds, notes and history. Its parcels are listed by shipments.
     *
     * @param mergedInto the order that its lines went into
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderDetail(
            OrderId orderId,
            String number,
            String name,
            OrderStatus status,
            ChannelId channelId,
            String channelOrderId,
            Instant placedAt,
            Instant receivedAt,
            Money total,
            String payment,
            @Nullable String email,
            @Nullable Address shipTo,
            @Nullable String requestedService,
            @Nullable String chosenService,
            @Nullable String chosenCarton,
            @Nullable String note,
            List<String> tags,
            @Nullable Instant decidedAt,
            @Nullable OrderId mergedInto,
            List<LineView> lines,
            List<HoldStore.Hold> holds,
            List<TrailStore.Note> notes,
            List<TrailStore.Event> history) {}

    /**
     * A line of it.
     *
     * @param soldIn the order that it was sold in, when it was merged into this one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            OrderLineId lineId,
            @Nullable ItemId itemId,
            @Nullable Sku sku,
            String title,
            Quantity ordered,
            Quantity toShip,
            Quantity shipped,
            Weight unitWeightGrams,
            Money unitPrice,
            boolean requiresShipping,
            @Nullable OrderId soldIn) {}

    /**
     * @throws Fault NOT_FOUND
     */
    OrderDetail detail(Tx tx, OrderId id) {
        return tx.sql(DETAIL)
                .with("id", id.value())
                .with("order", id.value())
                .withIds("orders", List.of(id.value()))
                .find(OrderDetailStore::detail)
                .orElseThrow(() -> Fault.notFound("order"));
    }

    private static OrderDetail detail(Row row) {
        OrderRecord order = OrderStore.order(row);
        return new OrderDetail(
                order.orderId(),
                Long.toString(order.number()),
                order.name(),
                order.status(),
                order.channelId(),
                order.channelOrderId(),
                order.placedAt(),
                order.receivedAt(),
                order.total(),
                order.payment(),
                order.email(),
                order.shipTo(),
                order.requestedService(),
                order.chosenService(),
                order.chosenCarton(),
                order.note(),
                order.tags(),
                order.decidedAt(),
                order.mergedInto(),
                row.rows("lines", line -> view(LineStore.line(line), order)),
                row.rows("holds", HoldStore::hold),
                row.rows("notes", TrailStore::note),
                row.rows("history", TrailStore::event));
    }

    private static LineView view(LineRecord line, OrderRecord order) {
        return new LineView(
                line.lineId(),
                line.itemId(),
                line.sku(),
                line.title(),
                line.ordered(),
                line.toShip(),
                line.shipped(),
                line.unitWeight(),
                new Money(line.priceMinor(), order.total().currency()),
                line.requiresShipping(),
                line.soldIn());
    }
}
