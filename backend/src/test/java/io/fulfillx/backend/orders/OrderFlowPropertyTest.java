package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ItemDamaged;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;
import io.fulfillx.model.sync.StationCommand.PickShort;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whatever is asked of orders in whatever order, their books agree after each act. */
class OrderFlowPropertyTest {
    private static final int ACTS = 50;

    private static final Map<String, String> RULES =
            Map.of(
                    "units of parts = units to send less those given up",
                    """
                    select l.line_id from order_line l
                    where l.org_id = :org and l.quantity_to_ship - l.quantity_cancelled <> (
                      select coalesce(sum(p.quantity), 0) from fulfillment_order_line p
                      join fulfillment_order f on f.org_id = p.org_id
                        and f.fulfillment_order_id = p.fulfillment_order_id
                      where p.org_id = l.org_id and p.line_id = l.line_id
                        and f.state <> 'CANCELLED')
                    """,
                    "shipped units of parts = shipped units of lines",
                    """
                    select l.line_id from order_line l
                    where l.org_id = :org and l.quantity_shipped <> (
                      select coalesce(sum(p.shipped), 0) from fulfillment_order_line p
                      join fulfillment_order f on f.org_id = p.org_id
                        and f.fulfillment_order_id = p.fulfillment_order_id
                      where p.org_id = l.org_id and p.line_id = l.line_id
                        and f.state <> 'CANCELLED')
                    """,
                    "reserved stock = open promises",
                    """
                    select l.line_id from order_line l
                    where l.org_id = :org and (
                      select coalesce(sum(r.quantity), 0) from reservation r
                      where r.org_id = l.org_id and r.line_id = l.line_id) <> (
                      select coalesce(sum(p.allocated - p.shipped), 0)
                      from fulfillment_order_line p
                      join fulfillment_order f on f.org_id = p.org_id
                        and f.fulfillment_order_id = p.fulfillment_order_id
                      where p.org_id = l.org_id and p.line_id = l.line_id
                        and f.state <> 'CANCELLED')
                    """,
                    "no unit in two parcels",
                    """
                    select p.line_id from parcel_line p
                    join parcel q on q.org_id = p.org_id and q.parcel_id = p.parcel_id
                    join fulfillment_order f on f.org_id = q.org_id
                      and f.fulfillment_order_id = q.fulfillment_order_id
                    join order_line l on l.org_id = p.org_id and l.line_id = p.line_id
                    where p.org_id = :org and q.status <> 'CANCELLED' and f.state <> 'CANCELLED'
                    group by p.line_id, l.quantity_to_ship, l.quantity_cancelled
                    having sum(p.quantity - p.short) > l.quantity_to_ship - l.quantity_cancelled
                    """,
                    "parcels of a part hold no more than it has",
                    """
                    select q.fulfillment_order_id from parcel_line p
                    join parcel q on q.org_id = p.org_id and q.parcel_id = p.parcel_id
                    join fulfillment_order o on o.org_id = q.org_id
                      and o.fulfillment_order_id = q.fulfillment_order_id
                    where p.org_id = :org and q.status <> 'CANCELLED' and o.state <> 'CANCELLED'
                    group by q.fulfillment_order_id, p.org_id, p.line_id
                    having sum(p.quantity - p.short) > (
                      select coalesce(sum(f.quantity), 0) from fulfillment_order_line f
                      where f.org_id = p.org_id and f.line_id = p.line_id
                        and f.fulfillment_order_id = q.fulfillment_order_id)
                    """,
                    "a part that shipped has shipped all of it",
                    """
                    select f.fulfillment_order_id from fulfillment_order f
                    join fulfillment_order_line p on p.org_id = f.org_id
                      and p.fulfillment_order_id = f.fulfillment_order_id
                    where f.org_id = :org and f.state = 'SHIPPED' and p.shipped < p.quantity
                    """);

    private final Floor floor = new Floor(TestBackend.assembly());
    private final List<OrderId> orders = new ArrayList<>();
    private final List<String> acts = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void theBooksOfOrdersAgreeAfterEveryAct(long seed) {
        Random random = new Random(seed);
        floor.item("MUG", 300, 25);
        floor.item("CUP", 150, 25);
        for (int i = 0; i < 5; i++) {
            orders.add(
                    floor.order(
                            Map.of("MUG", 1 + random.nextInt(3), "CUP", 1 + random.nextInt(3))));
        }
        for (int step = 0; step < ACTS; step++) {
            act(random);
            check(seed);
        }
        JsonNode stock = floor.get("/stock/check");
        assertEquals(0, stock.path("driftUnits").asInt(-1));
        assertEquals(0, stock.path("oversoldUnits").asInt(-1));
        long done = acts.stream().filter(act -> act.endsWith("200") || act.endsWith("201")).count();
        assertTrue(done > ACTS / 4, () -> "too little was possible: " + acts);
    }

    private void act(Random random) {
        OrderId order = orders.get(random.nextInt(orders.size()));
        switch (random.nextInt(16)) {
            case 0 -> orders.add(floor.order(Map.of("MUG", 1 + random.nextInt(4))));
            case 1, 2 -> wave();
            case 3, 4, 5, 6 -> atTheBench(random, order);
            case 7 -> desk(order, "/cancel", Map.of("reason", "x"));
            case 8 -> desk(order, "/cancel-lines", units(random, order));
            case 9 -> quantity(random, order);
            case 10 -> hold(random, order);
            case 11, 12 -> part(random, order, "/split", units(random, order));
            case 13 -> merge(random, order);
            case 14 -> stock(random);
            default -> desk(order, "/cancel/confirm", Map.of("reason", "x"));
        }
    }

    private void post(String path, Object body) {
        Answer answer = floor.admin().post("/api/v1" + path, body);
        assertTrue(answer.status() < 500, () -> path + " " + answer.json() + acts);
        acts.add(path.replaceAll("[0-9a-f-]{36}", "*") + " " + body + " " + answer.status());
    }

    private void wave() {
        post("/waves", Map.of("stationId", floor.stationId().toString(), "maxOrders", 3));
        Floor.await(
                () ->
                        floor.get("/shipments?limit=200")
                                .path("items")
                                .valueStream()
                                .noneMatch(
                                        parcel ->
                                                parcel.path("state").asText().equals("PLANNED")
                                                        && parcel.path("problem").isNull()));
    }

    private void desk(OrderId order, String verb, Object body) {
        post("/orders/" + order + verb, body);
    }

    private JsonNode lines(OrderId order) {
        return floor.get("/orders/" + order).path("lines");
    }

    private OrderLineId line(Random random, OrderId order) {
        JsonNode lines = lines(order);
        return OrderLineId.of(lines.path(random.nextInt(lines.size())).path("lineId").asText());
    }

    private Map<String, Object> units(Random random, OrderId order) {
        return Map.of(
                "lines",
                List.of(
                        Map.of(
                                "lineId",
                                line(random, order).toString(),
                                "quantity",
                                1 + random.nextInt(2))),
                "reason",
                "x");
    }

    private void quantity(Random random, OrderId order) {
        desk(
                order,
                "/lines/" + line(random, order) + "/quantity",
                Map.of("quantity", random.nextInt(5), "reason", "x"));
    }

    private void hold(Random random, OrderId order) {
        JsonNode holds = floor.get("/orders/" + order).path("holds");
        if (random.nextInt(3) == 0 || holds.isEmpty()) {
            desk(order, "/holds", Map.of("type", "FRAUD", "reason", "x"));
        } else {
            for (JsonNode hold : holds) {
                if (!hold.has("releasedAt")) {
                    desk(order, "/holds/" + hold.path("holdId").asText() + "/release", Map.of());
                }
            }
        }
    }

    private String anyPart(Random random, OrderId order) {
        JsonNode parts = floor.get("/orders/" + order + "/fulfillment-orders").path("items");
        return parts.path(random.nextInt(parts.size())).path("fulfillmentOrderId").asText();
    }

    private void part(Random random, OrderId order, String verb, Object body) {
        post("/fulfillment-orders/" + anyPart(random, order) + verb, body);
    }

    private void merge(Random random, OrderId order) {
        OrderId other = random.nextBoolean() ? order : orders.get(random.nextInt(orders.size()));
        part(
                random,
                order,
                "/merge",
                Map.of("fulfillmentOrderId", anyPart(random, other), "reason", "x"));
    }

    private void stock(Random random) {
        post(
                "/stock/receive",
                Map.of(
                        "sku",
                        random.nextBoolean() ? "MUG" : "CUP",
                        "location",
                        "A-01",
                        "quantity",
                        1 + random.nextInt(3),
                        "reason",
                        "x"));
    }

    private void atTheBench(Random random, OrderId order) {
        List<JsonNode> parcels =
                floor.get("/shipments?limit=200&orderId=" + order)
                        .path("items")
                        .valueStream()
                        .filter(parcel -> parcel.hasNonNull("trackingNumber"))
                        .toList();
        if (parcels.isEmpty()) {
            return;
        }
        JsonNode shipment = parcels.get(random.nextInt(parcels.size()));
        ParcelId parcel = ParcelId.of(shipment.path("parcelId").asText());
        OrderLineId line = line(random, order);
        Quantity one = new Quantity(1);
        StationCommand command =
                switch (random.nextInt(7)) {
                    case 0 -> new PickConfirmed(parcel, line, one, "T1");
                    case 1 -> new PickShort(parcel, line, one);
                    case 2 -> new ItemDamaged(parcel, line, one);
                    case 3 -> new ParcelSetAside(parcel, "wet");
                    default ->
                            new ParcelPacked(
                                    parcel,
                                    new TrackingNumber(shipment.path("trackingNumber").asText()),
                                    "S",
                                    new Weight(500));
                };
        JsonNode verdict = floor.send(command).path("verdicts").path(0);
        acts.add(command.getClass().getSimpleName() + " " + verdict);
    }

    private void check(long seed) {
        boolean _ =
                TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(floor.org(), tx -> holds(tx, seed));
    }

    private boolean holds(Tx tx, long seed) {
        RULES.forEach(
                (rule, sql) -> {
                    String column =
                            sql.stripIndent().replaceAll("(?s)^select \\w\\.(\\w+) .*", "$1");
                    List<String> broken = tx.sql(sql).list(row -> row.uuid(column).toString());
                    assertEquals(List.of(), broken, () -> rule + ", seed " + seed + ": " + acts);
                });
        OrdersModule module = TestBackend.assembly().orders();
        for (OrderId order : orders) {
            assertEquals(
                    module.derivedStatus(tx, order),
                    module.load(tx, order).status(),
                    () -> "status, seed " + seed + ": " + acts);
        }
        return true;
    }
}
