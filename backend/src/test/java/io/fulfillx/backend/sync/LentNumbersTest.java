package io.fulfillx.backend.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.NumberSeries.Kind;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.OpenJournal;
import io.fulfillx.model.sync.RowBytes;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Numbers of a carrier that stations make, and what becomes of those that are not theirs. */
class LentNumbersTest {
    private static final String MAILER = "901131854";
    private final Floor floor = new Floor(TestBackend.assembly());

    private void agree(long first, long last) {
        Map<String, Object> service =
                Map.of(
                        "service",
                        "FXG",
                        "name",
                        "FX Ground",
                        "type",
                        "612",
                        "transitDays",
                        4,
                        "limitGrams",
                        30_000,
                        "poBox",
                        false);
        Map<String, Object> agreed =
                Map.of(
                        "kind",
                        "USPS_IMPB",
                        "issuer",
                        MAILER,
                        "services",
                        List.of(service),
                        "firstSerial",
                        first,
                        "lastSerial",
                        last,
                        "postage",
                        "PERMIT 4711");
        Answer answer =
                floor.admin()
                        .send(
                                "PUT",
                                "/api/v1/carrier-accounts/simulator",
                                Map.of("leasedNumbers", agreed),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertEquals(200, answer.status(), () -> answer.json().toString());
    }

    private Answer ask(UUID lease) {
        return floor.station()
                .post("/api/v1/sync/number-ranges", new LeaseNumbers(lease, "e1", "simulator"));
    }

    private NumberRange lease(UUID lease) {
        Answer answer = ask(lease);
        assertEquals(200, answer.status(), () -> answer.json().toString());
        return Json.read(answer.json().toString(), NumberRange.class);
    }

    @Test
    void rangesOfACarrierAreDisjointUntilItsNumbersAreUsedUp() {
        OpenJournal opening =
                new OpenJournal("e1", 0, UUID.randomUUID(), "machine", 0, RowBytes.GENESIS, key());
        assertEquals(200, floor.station().post("/api/v1/sync/journals", opening).status());
        assertEquals(409, ask(UUID.randomUUID()).status());
        agree(100, 1_599);
        NumberSeries series = new NumberSeries(Kind.USPS_IMPB, MAILER);
        UUID first = UUID.randomUUID();
        assertEquals(new NumberRange(series, 100, 1_100), lease(first));
        assertEquals(new NumberRange(series, 100, 1_100), lease(first));
        assertEquals(new NumberRange(series, 1_100, 1_600), lease(UUID.randomUUID()));
        Answer none = ask(UUID.randomUUID());
        assertEquals(409, none.status());
        assertTrue(none.json().path("detail").asText().contains("used up"));
        // More of them later, and never those that were given out.
        agree(0, 1_999);
        assertEquals(new NumberRange(series, 1_600, 2_000), lease(UUID.randomUUID()));
    }

    private static String key() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            KeyPairGenerator.getInstance("Ed25519")
                                    .generateKeyPair()
                                    .getPublic()
                                    .getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * As if a station had asked in an earlier life of its journal: its acts moved on to this one.
     */
    private void lent(StationId station, NumberSeries series, long from, long to) {
        LeaseNumbers asked = new LeaseNumbers(UUID.randomUUID(), "e0", "simulator");
        boolean _ =
                TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(
                                floor.org(),
                                tx -> {
                                    NumberRange range = new NumberRange(series, from, to);
                                    new NumberRangeStore(TestBackend.assembly().shipping())
                                            .insert(tx, station, asked, range);
                                    return true;
                                });
    }

    private JsonNode number(OrderId order, TrackingNumber number) {
        return floor.send(
                        new ParcelNumbered(
                                floor.parcel(order), number, "FXG", 0, "S", new Weight(480)))
                .path("verdicts")
                .path(0);
    }

    @Test
    void aNumberThatIsNotTheStationsIsKeptForALeadAndNeverRejected() {
        OrderId order = cup();
        TrackingNumber bought = floor.tracking(order);
        NumberSeries series = new NumberSeries(Kind.USPS_IMPB, MAILER);
        JsonNode verdict = number(order, series.number("612", 5));
        assertEquals("QUARANTINED", verdict.path("verdict").asText());
        assertEquals("number-not-lent", verdict.path("code").asText());
        lent(floor.stationId(), series, 0, 100);
        // One of its own, for a parcel that has a label.
        assertEquals(
                "already-labelled", number(order, series.number("612", 6)).path("code").asText());
        assertEquals(
                List.of("DESTROY_LABEL", "HOLD_SHELF"),
                floor.get("/order-tasks")
                        .path("items")
                        .valueStream()
                        .map(task -> task.path("kind").asText())
                        .distinct()
                        .sorted()
                        .toList());
        assertEquals(bought, floor.tracking(order));
    }

    @Test
    void aNumberThatAnotherStationWasLentIsNotThisOnes() {
        OrderId order = cup();
        NumberSeries series = new NumberSeries(Kind.USPS_IMPB, MAILER);
        String other =
                floor.created("/stations", Map.of("name", "Other")).path("stationId").asText();
        lent(new StationId(UUID.fromString(other)), series, 0, 100);
        lent(floor.stationId(), series, 100, 200);
        assertEquals(
                "number-not-lent", number(order, series.number("612", 99)).path("code").asText());
        // The range ends before the next one, which nobody has.
        assertEquals(
                "number-not-lent", number(order, series.number("612", 200)).path("code").asText());
    }

    @Test
    void aNumberIsNotForAnAddressThatWasChangedSince() {
        OrderId order = cup();
        NumberSeries series = new NumberSeries(Kind.USPS_IMPB, MAILER);
        lent(floor.stationId(), series, 0, 100);
        JsonNode _ =
                floor.created(
                        "/orders/" + order + "/address",
                        Map.of(
                                "shipTo",
                                Map.of(
                                        "name", "Ada Brook",
                                        "line1", "1 Other Road",
                                        "city", "Portland",
                                        "stateCode", "OR",
                                        "postalCode", "97206",
                                        "countryCode", "US"),
                                "reason",
                                "Moved."));
        assertEquals(
                "address-changed", number(order, series.number("612", 5)).path("code").asText());
    }

    private OrderId cup() {
        floor.item("CUP", 300, 10);
        OrderId order = floor.order("CUP", 1);
        String _ = floor.wave();
        return order;
    }
}
