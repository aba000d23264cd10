package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.LeavingParcel;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.PickedPart;
import io.fulfillx.backend.orders.api.ShippedParcel;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

class OrderActionsTest {
    private final Shop shop = Shop.open();
    private final OrdersModule orders = TestBackend.assembly().orders();

    private String allocated() {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 10);
        String id = shop.receive("plain");
        Shop.eventually("decided", () -> shop.order(id).has("decidedAt"));
        return id;
    }

    private Answer act(String id, String action, Map<String, String> body) {
        return shop.manager().post("/api/v1/orders/" + id + "/" + action, body);
    }

    private <T> T in(Function<Tx, T> work) {
        return TestBackend.assembly().foundation().transactions().inOrg(shop.org().id(), work);
    }

    private List<OrderId> releasable() {
        return in(
                tx ->
                        orders.claimReleasable(tx, 10).stream()
                                .map(FulfillmentOrder::orderId)
                                .toList());
    }

    private FulfillmentOrder release() {
        return in(
                tx -> {
                    FulfillmentOrder part = orders.claimReleasable(tx, 10).getFirst();
                    orders.released(tx, part, "test");
                    orders.picked(tx, List.of(begun(tx, part)), "test");
                    orders.picked(tx, List.of(begun(tx, part)), "test");
                    return part;
                });
    }

    private PickedPart begun(Tx tx, FulfillmentOrder part) {
        return new PickedPart(orders.lock(tx, part.fulfillmentOrderId()), false, "c");
    }

    private boolean ship(FulfillmentOrder part, int units, boolean last, UUID parcel) {
        OrderId order = part.orderId();
        return in(
                tx -> {
                    OrderForShipping loaded = orders.load(tx, order);
                    orders.shipped(
                            tx,
                            List.of(
                                    new LeavingParcel(
                                            orders.lock(tx, part.fulfillmentOrderId()),
                                            new ShippedParcel(
                                                    new ParcelId(parcel),
                                                    order,
                                                    new TrackingNumber("FX0000000" + units),
                                                    "FX Post",
                                                    null,
                                                    List.of(
                                                            new ShippedParcel.Line(
                                                                    loaded.lines()
                                                                            .getFirst()
                                                                            .lineId(),
                                                                    new Quantity(units))),
                                                    List.of()),
                                            last,
                                            "c")),
                            "test");
                    return true;
                });
    }

    @Test
    void aHoldKeepsTheStockAndStopsTheRelease() {
        String id = allocated();
        assertEquals(List.of(OrderId.of(id)), releasable());
        Answer held = act(id, "holds", Map.of("type", "FRAUD", "reason", "Call the buyer."));
        assertEquals(200, held.status());
        assertEquals(List.of(), releasable());
        assertEquals(2, shop.stockOf("MUG-1").path("reserved").asInt());
        Answer released = act(id, "holds/" + shop.holdId(id, "FRAUD") + "/release", Map.of());
        assertEquals(200, released.status());
        assertEquals(List.of(OrderId.of(id)), releasable());
    }

    @Test
    void anUnpaidOrderShipsAtOnceWhenItsHoldIsReleased() {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 10);
        String id = shop.receive("unpaid");
        Shop.eventually("decided", () -> shop.order(id).has("decidedAt"));
        assertEquals(List.of(), releasable());
        var _ = act(id, "holds/" + shop.holdId(id, "PAYMENT") + "/release", Map.of());
        assertEquals(List.of(OrderId.of(id)), releasable());
    }

    @Test
    void aHoldWhoseCauseIsStillThereCannotBeWavedAway() {
        String id = shop.receive("plain");
        Answer refused = act(id, "holds/" + shop.holdId(id, "UNKNOWN_SKU") + "/release", Map.of());
        assertEquals(409, refused.status());
        assertEquals("not-allowed-now", refused.code());
        assertTrue(refused.json().path("detail").asText().contains("MUG-1"));
        assertEquals(List.of("UNKNOWN_SKU"), shop.holds(id));
    }

    @Test
    void cancellingGivesTheStockBackAndHappensOnce() {
        String id = allocated();
        assertEquals(200, act(id, "cancel", Map.of("reason", "Buyer asked.")).status());
        assertEquals(200, act(id, "cancel", Map.of("reason", "Buyer asked.")).status());
        assertEquals("CANCELLED", shop.status(id));
        assertEquals(0, shop.stockOf("MUG-1").path("reserved").asInt());
        assertEquals(409, act(id, "holds", Map.of("reason", "Too late.")).status());
        shop.assertStockIsTrue();
    }

    @Test
    void theStockOfACancelledOrderGoesToTheNextInLine() {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 2);
        String first = shop.receive("plain");
        String next = shop.deliver(Shop.fixture("plain", 78)).json().path("orderId").asText();
        assertEquals("BACKORDERED", shop.status(next));
        var _ = act(first, "cancel", Map.of("reason", "Buyer asked."));
        Shop.eventually("allocated", () -> shop.status(next).equals("ALLOCATED"));
        shop.assertStockIsTrue();
    }

    @Test
    void shippedUnitsDeriveTheStatusOncePerParcel() {
        String id = allocated();
        FulfillmentOrder part = release();
        UUID first = UUID.randomUUID();
        var _ = ship(part, 1, false, first);
        assertEquals("PARTIALLY_SHIPPED", shop.status(id));
        var _ = ship(part, 1, false, first);
        assertEquals(1, shop.order(id).path("lines").path(0).path("shipped").asInt());
        Answer refused = act(id, "cancel", Map.of("reason", "Too late."));
        assertEquals(409, refused.status());
        var _ = ship(part, 1, true, UUID.randomUUID());
        assertEquals("SHIPPED", shop.status(id));
    }

    @Test
    void notesAndHistoryTellWhoDidWhatAndInWhichAct() {
        String id = allocated();
        Answer answer = act(id, "notes", Map.of("text", "Fragile."));
        assertEquals("Fragile.", answer.json().path("notes").path(0).path("text").asText());
        JsonNode history = answer.json().path("history");
        assertEquals("RECEIVED", history.path(0).path("what").asText());
        assertEquals("ALLOCATED", history.path(1).path("what").asText());
        assertTrue(history.path(1).path("correlationId").asText().length() > 5);
        assertEquals(400, act(id, "notes", Map.of("text", " ")).status());
    }

    @Test
    void theListIsFilteredAndPagedNewestFirst() {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 4);
        for (int i = 1; i <= 3; i++) {
            assertEquals(200, shop.deliver(Shop.fixture("plain", i)).status());
        }
        JsonNode page = list("limit=2");
        assertEquals(2, page.path("items").size());
        assertEquals("BACKORDERED", page.path("items").path(0).path("status").asText());
        JsonNode rest = list("limit=2&cursor=" + page.path("nextCursor").asText());
        assertEquals(1, rest.path("items").size());
        assertTrue(rest.path("nextCursor").isMissingNode());
        // The three are so alike that they may be suspected to be one.
        long lacking =
                list("held=true")
                        .path("items")
                        .valueStream()
                        .filter(order -> order.path("holds").toString().contains("INVENTORY"))
                        .count();
        assertEquals(1, lacking);
        assertEquals(2, list("status=ALLOCATED").path("items").size());
        assertEquals(3, list("channel=" + shop.channelId()).path("items").size());
        assertEquals(0, list("channel=other").path("items").size());
        assertEquals(400, shop.manager().get("/api/v1/orders?status=LOST").status());
    }

    private JsonNode list(String query) {
        return shop.manager().get("/api/v1/orders?" + query).json();
    }
}
