package io.fulfillx.backend.orders.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Two orders of one buyer become one, and each is still told to its shop. */
class MergeDuplicatesTest {
    private static final String STREET = "7 Mill Lane";

    private final Floor floor = new Floor(TestBackend.assembly());

    private OrderId order(int number, Map<String, Object> more) {
        Map<String, Object> order =
                new LinkedHashMap<>(PaidOrder.of(number, Map.of("MUG", 2), STREET));
        order.put("email", "ada@shop.example");
        order.putAll(more);
        return floor.take(order);
    }

    /** Two orders of which the second is suspected. */
    private List<OrderId> pair(Map<String, Object> second) {
        floor.item("MUG", 300, 100);
        OrderId older = order(1, Map.of());
        Floor.await(() -> checked(older));
        OrderId newer = order(2, second);
        Floor.await(() -> !pairs(newer).isEmpty());
        return List.of(older, newer);
    }

    private boolean checked(OrderId order) {
        return TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(
                        floor.org(),
                        tx ->
                                tx.sql(
                                                "select checked_at from order_fingerprint"
                                                        + " where org_id = :org and order_id = :id"
                                                        + " and checked_at is not null")
                                        .with("id", order.value())
                                        .find(row -> row.instant("checked_at"))
                                        .isPresent());
    }

    private JsonNode pairs(OrderId order) {
        return floor.get("/orders/" + order + "/duplicates").path("pairs");
    }

    private Answer merge(OrderId order, OrderId other) {
        return floor.admin()
                .post(
                        "/api/v1/orders/" + order + "/duplicates/" + other + "/merge",
                        Map.of("reason", "The buyer forgot something."));
    }

    private String refusal(Answer answer) {
        assertEquals("not-allowed-now", answer.code(), () -> answer.json().toString());
        return answer.json().path("detail").asText();
    }

    private List<String> history(OrderId order) {
        return floor.get("/orders/" + order)
                .path("history")
                .valueStream()
                .map(event -> event.path("what").asText())
                .toList();
    }

    /**
     * Channel's name of the order, its channel lines and units, of each notice about the parcel.
     */
    private List<String> notices(ParcelId parcel) {
        return TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(
                        floor.org(),
                        tx ->
                                tx.sql(
                                                """
                                                select o.name, n.tracking_number, l.channel_line_id,
                                                  line ->> 'quantity' as units
                                                from shipment_notice n
                                                join sales_order o on o.org_id = n.org_id
                                                  and o.order_id = n.order_id
                                                cross join jsonb_array_elements(n.lines) line
                                                join order_line l on l.org_id = n.org_id
                                                  and l.line_id = cast(line ->> 'lineId' as uuid)
                                                where n.org_id = :org and n.parcel_id = :parcel
                                                order by o.number
                                                """)
                                        .with("parcel", parcel.value())
                                        .list(
                                                row ->
                                                        row.text("name")
                                                                + " "
                                                                + row.text("channel_line_id")
                                                                + " x "
                                                                + row.text("units")));
    }

    @Test
    void theNewerOnesLinesLeaveWithTheOlderOneAndEachShopOrderHearsOfItsOwn() {
        List<OrderId> both = pair(Map.of());
        OrderId older = both.getFirst();
        OrderId newer = both.getLast();
        Answer merged = merge(newer, older);
        assertEquals(200, merged.status(), () -> merged.json().toString());
        assertEquals("MERGED", merged.json().at("/pairs/0/state").asText());
        assertEquals(200, merge(newer, older).status());
        assertEquals("CANCELLED", floor.status(newer));
        assertEquals(older.toString(), floor.get("/orders/" + newer).path("mergedInto").asText());
        assertTrue(history(newer).contains("MERGED_INTO"));
        assertTrue(history(older).contains("MERGED_FROM"));
        JsonNode lines = floor.get("/orders/" + older).path("lines");
        assertEquals(2, lines.size());
        assertEquals(newer.toString(), lines.path(1).path("soldIn").asText());
        assertEquals(0, floor.get("/stock/check").path("driftUnits").asInt(-1));
        assertEquals(4, floor.get("/stock?sku=MUG").at("/items/0/reserved").asInt());
        Floor.await(() -> floor.get("/orders/" + older).has("decidedAt"));
        floor.wave();
        JsonNode parcels = floor.get("/shipments?orderId=" + older).path("items");
        assertEquals(1, parcels.size());
        ParcelId parcel = ParcelId.of(parcels.path(0).path("parcelId").asText());
        var answer =
                floor.send(
                        new ParcelPacked(
                                parcel,
                                new TrackingNumber(parcels.path(0).path("trackingNumber").asText()),
                                "S",
                                new Weight(1300)));
        assertEquals("APPLIED", answer.at("/verdicts/0/verdict").asText());
        assertEquals("SHIPPED", floor.status(older));
        assertEquals("CANCELLED", floor.status(newer));
        assertEquals(96, floor.onHand("MUG"));
        List<String> told = notices(parcel);
        assertEquals(2, told.size());
        assertTrue(told.getFirst().startsWith("#1001 "), told::toString);
        assertTrue(told.getLast().startsWith("#1002 "), told::toString);
        assertTrue(told.stream().allMatch(text -> text.endsWith(" x 2")), told::toString);
    }

    @Test
    void whatGoesElsewhereStaysApart() {
        Map<String, Object> address = new LinkedHashMap<>();
        Map<?, ?> usual =
                (Map<?, ?>)
                        Objects.requireNonNull(
                                PaidOrder.of(2, Map.of("MUG", 2), STREET).get("shipping_address"));
        usual.forEach((field, value) -> address.put(field.toString(), value));
        address.put("name", "Somebody Else");
        List<OrderId> both = pair(Map.of("shipping_address", address));
        assertEquals(
                "They go to different addresses.", refusal(merge(both.getLast(), both.getFirst())));
        assertEquals("OPEN", pairs(both.getLast()).path(0).path("state").asText());
        assertEquals("ALLOCATED", floor.status(both.getLast()));
    }

    @Test
    void aHeldOrderDoesNotEscapeItsHold() {
        List<OrderId> both = pair(Map.of());
        floor.created(
                "/orders/" + both.getLast() + "/holds",
                Map.of("type", "FRAUD", "reason", "Stolen card."));
        assertTrue(
                refusal(merge(both.getLast(), both.getFirst()))
                        .contains("is held (FRAUD: Stolen card.)"));
    }

    @Test
    void whatIsOnTheFloorIsNotMerged() {
        List<OrderId> both = pair(Map.of());
        floor.wave();
        assertEquals("RELEASED", floor.status(both.getFirst()));
        assertTrue(refusal(merge(both.getLast(), both.getFirst())).contains("is RELEASED"));
    }

    @Test
    void aStrangerCannotMergeThem() {
        List<OrderId> both = pair(Map.of());
        Answer answer =
                floor.as("packer")
                        .post(
                                "/api/v1/orders/"
                                        + both.getLast()
                                        + "/duplicates/"
                                        + both.getFirst()
                                        + "/merge",
                                Map.of("reason", "x"));
        assertEquals(403, answer.status());
        assertEquals(404, merge(both.getLast(), new OrderId(UUID.randomUUID())).status());
    }

    @Test
    void thePhoneAndTheCardMakeASuspicionOfTheirOwn() {
        floor.item("MUG", 300, 100);
        Map<String, Object> card =
                Map.of(
                        "phone",
                        "+1 415 555 0199",
                        "payment_details",
                        Map.of(
                                "credit_card_bin",
                                "424242",
                                "credit_card_number",
                                "\u2022\u2022\u2022\u2022 4242",
                                "credit_card_company",
                                "Visa"));
        Map<String, Object> one = new LinkedHashMap<>(card);
        one.put("email", "one@shop.example");
        Map<String, Object> two = new LinkedHashMap<>(card);
        two.put("email", "two@shop.example");
        OrderId first = order(1, one);
        Floor.await(() -> checked(first));
        OrderId second = order(2, two);
        Floor.await(() -> !pairs(second).isEmpty());
        List<String> reasons =
                pairs(second)
                        .path(0)
                        .path("reasons")
                        .valueStream()
                        .map(reason -> reason.path("what").asText())
                        .toList();
        assertTrue(reasons.contains("SAME_BUYER"), reasons::toString);
        assertTrue(reasons.contains("SAME_PAYMENT"), reasons::toString);
        String kept =
                TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(
                                floor.org(),
                                tx ->
                                        tx.sql(
                                                        "select payment_fingerprint from"
                                                            + " order_contact where org_id = :org"
                                                            + " and order_id = :id")
                                                .with("id", first.value())
                                                .get(row -> row.text("payment_fingerprint")));
        assertTrue(!kept.contains("4242"), kept);
    }
}
