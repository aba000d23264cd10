package io.fulfillx.backend.fulfillment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.server.Assembly;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Acts on one of many parcels of an order. */
class ParcelActsTest {
    private static final int FEW = 3;
    private static final int MANY = 20;

    /** Whoever reads a parcel reads its lines; of few parcels any index is as good as another. */
    private static final String ROWS =
            """
            select cast(sum(seq_tup_read + idx_tup_fetch) as bigint) as rows
            from pg_stat_xact_user_tables
            where relname in ('parcel_line', 'parcel_pick', 'shipment_notice')
            """;

    private static final String NO_SCANS = "select set_config('enable_seqscan', 'off', true)";

    private final Assembly assembly = TestBackend.assembly();
    private final Floor floor = new Floor(assembly);

    private List<JsonNode> parcels(OrderId order) {
        return floor.get("/shipments?limit=200&orderId=" + order)
                .path("items")
                .valueStream()
                .sorted((a, b) -> a.path("number").asInt() - b.path("number").asInt())
                .toList();
    }

    private static long rows(Tx tx) {
        return tx.sql(ROWS).get(row -> row.bigint("rows"));
    }

    private long pick(JsonNode parcel) {
        return act(
                parcel,
                (tx, locked) ->
                        assembly.fulfillment()
                                .picked(
                                        tx,
                                        locked,
                                        new PickConfirmed(
                                                locked.parcelId(),
                                                locked.lines().getFirst().partId(),
                                                Quantity.ONE,
                                                "T1"),
                                        "test"));
    }

    private long pack(JsonNode parcel) {
        PackedParcel packed =
                new PackedParcel(
                        new TrackingNumber(parcel.path("trackingNumber").asText()),
                        "FX Post",
                        URI.create("https://example.com/t"),
                        "L",
                        new Weight(20_000),
                        new OperatorId(UUID.randomUUID()),
                        Instant.now());
        return act(
                parcel,
                (tx, locked) -> assembly.fulfillment().packed(tx, locked, packed, false, "test"));
    }

    private interface Act {
        FactOutcome on(Tx tx, Parcel parcel);
    }

    /** Rows of parcels' contents that the act read. */
    private long act(JsonNode parcel, Act act) {
        return assembly.foundation()
                .transactions()
                .inOrg(
                        floor.org(),
                        tx -> {
                            ParcelId id = ParcelId.of(parcel.path("parcelId").asText());
                            // On a few rows the planner would not bother to use an index.
                            var _ = tx.sql(NO_SCANS).list(row -> row.text("set_config"));
                            long before = rows(tx);
                            Parcel locked = assembly.fulfillment().lock(tx, id).orElseThrow();
                            assertEquals(FactOutcome.APPLIED, act.on(tx, locked));
                            return rows(tx) - before;
                        });
    }

    /** Rows read by the picks, then by the packs, of an order's parcels. */
    private List<List<Long>> work(int count) {
        OrderId order = floor.order("ANVIL", count);
        floor.wave();
        List<JsonNode> parcels = parcels(order);
        assertEquals(count, parcels.size());
        List<Long> picks = parcels.stream().map(this::pick).toList();
        List<Long> packs = parcels.stream().map(this::pack).toList();
        assertEquals("SHIPPED", floor.status(order));
        return List.of(picks, packs);
    }

    @Test
    void anActOnOneOfManyParcelsReadsNoMoreThanOnOneOfFew() {
        floor.item("ANVIL", 20_000, FEW + MANY);
        List<List<Long>> few = work(FEW);
        List<List<Long>> many = work(MANY);
        for (int act = 0; act < few.size(); act++) {
            long most = few.get(act).get(1) + 3;
            // The very last ones also end the picking and the order.
            List<Long> rows = many.get(act).subList(0, MANY - 1);
            assertTrue(rows.stream().allMatch(each -> each <= most), () -> few + " " + many);
        }
    }

    @Test
    void aParcelThatLeavesSendsNoOtherParcelToTheStationAgain() {
        floor.item("ANVIL", 20_000, 3);
        OrderId order = floor.order("ANVIL", 3);
        floor.wave();
        List<JsonNode> parcels = parcels(order);
        ship(parcels.getFirst());
        String cursor = floor.feed("", 0).path("cursor").asText();
        ship(parcels.get(1));
        JsonNode page = floor.feed(cursor, 0);
        assertEquals(
                List.of(parcels.get(1).path("parcelId").asText()),
                page.path("jobs").valueStream().map(job -> job.path("parcelId").asText()).toList());
    }

    private void ship(JsonNode shipment) {
        JsonNode answer =
                floor.send(
                        new ParcelPacked(
                                ParcelId.of(shipment.path("parcelId").asText()),
                                new TrackingNumber(shipment.path("trackingNumber").asText()),
                                "L",
                                new Weight(20_000)));
        assertEquals("APPLIED", answer.path("verdicts").path(0).path("verdict").asText());
    }

    @Test
    void aKitInTwoParcelsIsToldWithTheSecondAndNamesTheFirst() {
        floor.item("CUP", 300, 10, "A-01");
        floor.item("KEG", 20_000, 10, "B-01");
        floor.created("/items", Map.of("sku", "PARTY", "title", "Party", "weightGrams", 1));
        var kit =
                floor.admin()
                        .send(
                                "PUT",
                                "/api/v1/stock/kits",
                                Map.of(
                                        "sku",
                                        "PARTY",
                                        "virtual",
                                        true,
                                        "components",
                                        List.of(
                                                Map.of("sku", "CUP", "quantity", 1),
                                                Map.of("sku", "KEG", "quantity", 2))),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertEquals(200, kit.status());
        OrderId order = floor.order("PARTY", 1);
        floor.wave();
        List<JsonNode> parcels = parcels(order);
        assertEquals(2, parcels.size());
        ship(parcels.getFirst());
        assertEquals("IN_FULFILLMENT", floor.status(order));
        assertEquals("[] false", notice(parcels.getFirst()));
        ship(parcels.getLast());
        assertEquals("SHIPPED", floor.status(order));
        String first = parcels.getFirst().path("parcelId").asText();
        assertEquals("[\"" + first + "\"] true", notice(parcels.getLast()));
    }

    /** What the channel hears of with the parcel, and whether it hears of it by itself. */
    private String notice(JsonNode parcel) {
        return assembly.foundation()
                .transactions()
                .inOrg(
                        floor.org(),
                        tx ->
                                tx.sql(
                                                "select together, completes_any from"
                                                        + " shipment_notice where org_id = :org and"
                                                        + " parcel_id = :id")
                                        .with(
                                                "id",
                                                UUID.fromString(parcel.path("parcelId").asText()))
                                        .get(
                                                row ->
                                                        row.text("together")
                                                                + " "
                                                                + row.flag("completes_any")));
    }
}
