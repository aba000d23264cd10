package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.channels.shopify.Fixtures;
import io.fulfillx.backend.lab.FaultPlan;
import io.fulfillx.backend.lab.ShopSimulator;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.LeavingParcel;
import io.fulfillx.backend.orders.api.LockedPart;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.ShippedParcel;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class SendTrackingTest {
    private final ShopSimulator simulator =
            ShopSimulator.start(
                    new ShopSimulator.Settings(
                            0,
                            null,
                            Shop.SECRET,
                            "shpat-test",
                            "test.example",
                            FaultPlan.parse("lost=0.3,error=0.3", 11),
                            11));
    private final Shop shop = Shop.open(simulator.url().toString());
    private final ApiClient simulated = new ApiClient(simulator.url().getPort(), "");

    @AfterEach
    void close() {
        simulator.close();
    }

    private ParcelId ship() {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 10);
        return ship(OrderId.of(shop.receive("plain")));
    }

    private ParcelId ship(OrderId order) {
        OrdersModule orders = TestBackend.assembly().orders();
        ParcelId parcel = new ParcelId(UUID.randomUUID());
        return TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(
                        shop.org().id(),
                        tx -> {
                            OrderForShipping loaded = orders.load(tx, order);
                            FulfillmentOrder part = orders.parts(tx, order).getFirst();
                            orders.released(tx, part, "test");
                            LockedPart locked = orders.lock(tx, part.fulfillmentOrderId());
                            ShippedParcel shipped = shipped(parcel, order, loaded);
                            orders.shipped(
                                    tx,
                                    List.of(new LeavingParcel(locked, shipped, true, "c")),
                                    "test");
                            return parcel;
                        });
    }

    private static ShippedParcel shipped(ParcelId parcel, OrderId id, OrderForShipping order) {
        return new ShippedParcel(
                parcel,
                id,
                new TrackingNumber("FX0000000000017"),
                "FX Post",
                URI.create("https://example.com/t/1"),
                order.lines().stream()
                        .map(line -> new ShippedParcel.Line(line.lineId(), line.quantityLeft()))
                        .toList(),
                List.of());
    }

    private boolean sent(ParcelId parcel) {
        return TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(
                        shop.org().id(),
                        tx -> TestBackend.assembly().orders().trackingSentAt(tx, parcel))
                .isPresent();
    }

    private List<String> heard() {
        return simulated
                .get("/sim/fulfillments")
                .json()
                .path("fulfillments")
                .valueStream()
                .map(each -> each.path("trackingNumber").asText())
                .toList();
    }

    @Test
    void theShopHearsTheTrackingNumberOnceThroughFaults() {
        var _ = simulated.post("/sim/orders", Fixtures.bytes("plain"));
        ParcelId parcel = ship();
        Shop.eventually("sent", () -> sent(parcel));
        assertEquals(List.of("FX0000000000017"), heard());
    }

    @Test
    void aRefusedTrackingNumberIsADeadLetterUntilAPersonReplaysIt() {
        ParcelId parcel = ship();
        Shop.eventually("dead", () -> dead().size() == 1);
        JsonNode letter = dead().path(0);
        assertEquals("tracking.send", letter.path("topic").asText());
        assertEquals(parcel.toString(), letter.path("subjectId").asText());
        var _ = simulated.post("/sim/orders", Fixtures.bytes("plain"));
        String path = "/api/v1/outbox/" + letter.path("outboxId").asText() + "/replay";
        Answer replayed = shop.manager().post(path, Map.of());
        assertEquals(200, replayed.status());
        assertEquals("PENDING", replayed.json().path("status").asText());
        Shop.eventually("sent", () -> sent(parcel));
        assertEquals(0, dead().size());
        assertEquals(409, shop.manager().post(path, Map.of()).status());
        assertEquals(List.of("FX0000000000017"), heard());
    }

    @Test
    void nobodyIsToldOfAnOrderThatCameOverTheApi() {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 10);
        Map<String, Object> order =
                Map.of(
                        "orderNumber",
                        "API-1",
                        "placedAt",
                        "2026-03-02T14:15:00Z",
                        "currency",
                        "USD",
                        "paymentState",
                        "PAID",
                        "requestedService",
                        "Standard",
                        "shipTo",
                        Map.of(
                                "name", "Ada Brook",
                                "line1", "12 Mill Lane",
                                "city", "Portland",
                                "stateCode", "OR",
                                "postalCode", "97205",
                                "countryCode", "US"),
                        "lines",
                        List.of(Map.of("sku", "MUG-1", "quantity", 2, "unitPriceMinor", 1250)));
        Answer made = shop.org().as("lead").post("/api/v1/orders", order);
        assertEquals(201, made.status(), () -> made.json().toString());
        ParcelId parcel = ship(OrderId.of(made.json().path("orderId").asText()));
        assertEquals(0, errands(parcel));
        assertEquals(1, errands(ship(OrderId.of(shop.receive("plain")))));
    }

    private long errands(ParcelId parcel) {
        return TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(
                        shop.org().id(),
                        tx ->
                                tx.sql(
                                                "select count(*) as n from outbox where org_id ="
                                                    + " :org and topic = :topic and subject_id ="
                                                    + " :parcel")
                                        .with("topic", SendTracking.TOPIC)
                                        .with("parcel", parcel.value())
                                        .get(row -> row.bigint("n")));
    }

    @Test
    void aKitInTwoParcelsIsToldOnceWithBothNumbers() {
        var _ = simulated.post("/sim/orders", Fixtures.bytes("plain"));
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 10);
        OrderId order = OrderId.of(shop.receive("plain"));
        ParcelId first = new ParcelId(UUID.randomUUID());
        ParcelId second = new ParcelId(UUID.randomUUID());
        leave(order, first, "FX0000000000024", List.of());
        assertEquals(false, sent(first));
        leave(order, second, "FX0000000000031", List.of(first));
        Shop.eventually("sent", () -> sent(second));
        assertEquals(true, sent(first));
        assertEquals(
                "[[\"FX0000000000031\",\"FX0000000000024\"]]",
                simulated
                        .get("/sim/fulfillments")
                        .json()
                        .path("fulfillments")
                        .findValues("trackingNumbers")
                        .toString()
                        .replace(", ", ","));
    }

    private static ShippedParcel.Line whole(OrderForShipping.Line line, boolean complete) {
        Quantity units = complete ? line.quantityLeft() : Quantity.ZERO;
        return new ShippedParcel.Line(line.lineId(), units);
    }

    /** A parcel leaves: the second one completes every line of the order. */
    private void leave(OrderId order, ParcelId parcel, String number, List<ParcelId> together) {
        OrdersModule orders = TestBackend.assembly().orders();
        boolean last = !together.isEmpty();
        var _ =
                TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(
                                shop.org().id(),
                                tx -> {
                                    FulfillmentOrder part = orders.parts(tx, order).getFirst();
                                    if (!last) {
                                        orders.released(tx, part, "test");
                                    }
                                    List<ShippedParcel.Line> lines =
                                            orders.load(tx, order).lines().stream()
                                                    .map(line -> whole(line, last))
                                                    .toList();
                                    ShippedParcel left =
                                            new ShippedParcel(
                                                    parcel,
                                                    order,
                                                    new TrackingNumber(number),
                                                    "FX Post",
                                                    null,
                                                    lines,
                                                    together);
                                    orders.shipped(
                                            tx,
                                            List.of(
                                                    new LeavingParcel(
                                                            orders.lock(
                                                                    tx, part.fulfillmentOrderId()),
                                                            left,
                                                            last,
                                                            "c")),
                                            "test");
                                    return parcel;
                                });
    }

    private JsonNode dead() {
        return shop.manager().get("/api/v1/outbox/dead").json().path("items");
    }
}
