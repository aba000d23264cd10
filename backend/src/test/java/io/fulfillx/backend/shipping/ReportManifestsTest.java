package io.fulfillx.backend.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.carriers.Carrier;
import io.fulfillx.backend.carriers.CarrierAccount;
import io.fulfillx.backend.carriers.CarrierCatalog;
import io.fulfillx.backend.carriers.CarrierManifest;
import io.fulfillx.backend.carriers.ManifestOutcome;
import io.fulfillx.backend.carriers.ManifestOutcome.Refusal;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.server.Assembly;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.NumberSeries.Kind;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A carrier, played by a script, is told of numbers that stations made. */
class ReportManifestsTest {
    /** No other server looks after its manifests. */
    private static final String CARRIER = "scripted";

    private static final Address FROM =
            new Address("House", null, "1 Road", null, "Town", null, "43215", "US", null);

    private final Assembly assembly = TestBackend.assembly();
    private final Floor floor = new Floor(assembly);
    private final Transactions transactions = assembly.foundation().transactions();
    private final ManifestStore store = new ManifestStore();
    private final List<CarrierManifest> sent = new ArrayList<>();
    private final Deque<ManifestOutcome> answers = new ArrayDeque<>();
    private final TestClock clock = new TestClock();
    private final ReportManifests worker =
            new ReportManifests(
                    transactions,
                    store,
                    new CarrierDesk(List.of(scripted()), config()),
                    assembly.fulfillment(),
                    assembly.orders(),
                    clock);
    private ParcelId parcel = new ParcelId(new UUID(0, 0));

    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Carrier scripted() {
        Carrier real = new CarrierCatalog(CarrierCatalog.httpClient()).all().getFirst();
        return new Carrier(
                CARRIER,
                "Scripted",
                real.rates(),
                real.buys(),
                real.finds(),
                real.voids(),
                (_, manifest, _) -> {
                    sent.add(manifest);
                    return answers.pop();
                },
                real.trackingPage());
    }

    private static ShippingConfig config() {
        return new ShippingConfig(
                Map.of(CARRIER, new CarrierAccount(URI.create("http://127.0.0.1:1"), "key")),
                FROM,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Map.of(),
                Duration.ofMinutes(15));
    }

    @BeforeEach
    void pack() {
        floor.item("CUP", 300, 10);
        OrderId order = floor.order("CUP", 1);
        String _ = floor.wave();
        parcel = floor.parcel(order);
    }

    private static TrackingNumber number(long serial) {
        return new NumberSeries(Kind.USPS_IMPB, "901131854").number("612", serial);
    }

    private void add(long serial) {
        boolean _ =
                transactions.inOrg(
                        floor.org(),
                        tx -> {
                            var manifest =
                                    store.open(
                                            tx,
                                            CARRIER,
                                            assembly.foundation().ids().get(),
                                            clock.instant());
                            store.add(
                                    tx,
                                    manifest,
                                    CARRIER,
                                    new ManifestStore.Line(
                                            parcel,
                                            new CarrierManifest.Line(
                                                    number(serial),
                                                    "FXG",
                                                    "97205",
                                                    new Weight(700))));
                            return true;
                        });
    }

    private void run() {
        var _ = worker.runOnce(floor.org());
    }

    private JsonNode manifests() {
        return floor.get("/manifests").path("items");
    }

    @Test
    void aManifestIsSentAsItIsUntilItsCarrierAnswersAndNoNumberTwice() {
        add(1);
        run();
        assertEquals(List.of(), sent);
        assertEquals("OPEN", manifests().path(0).path("state").asText());
        add(2);
        clock.pass(Duration.ofMinutes(15));
        answers.add(new ManifestOutcome.Unknown("no answer: timeout"));
        run();
        assertEquals(1, sent.size());
        assertEquals("no answer: timeout", manifests().path(0).path("problem").asText());
        // What comes meanwhile goes on the next one; what was on this one goes on no other.
        add(2);
        add(3);
        run();
        assertEquals(1, sent.size());
        clock.pass(Duration.ofSeconds(2));
        answers.add(
                new ManifestOutcome.Taken(
                        List.of(new Refusal(number(2), "POSTAL_CODE: no such place"))));
        run();
        assertEquals(List.of(sent.getFirst(), sent.getFirst()), sent);
        JsonNode reported = manifests().path(1);
        assertEquals("REPORTED", reported.path("state").asText());
        assertEquals(
                "2 1 2",
                reported.path("numbers").asInt()
                        + " "
                        + reported.path("refused").asInt()
                        + " "
                        + reported.path("attempts").asInt());
        assertEquals(1, manifests().path(0).path("numbers").asInt());
        clock.pass(Duration.ofHours(1));
        answers.add(new ManifestOutcome.Taken(List.of()));
        run();
        assertEquals(List.of(number(3)), numbers(sent.getLast()));
        clock.pass(Duration.ofHours(1));
        run();
        assertEquals(3, sent.size());
        List<JsonNode> tasks = floor.get("/order-tasks").path("items").valueStream().toList();
        assertEquals(1, tasks.size());
        assertEquals("REFUSED_NUMBER", tasks.getFirst().path("kind").asText());
        assertTrue(tasks.getFirst().path("instruction").asText().contains(number(2).value()));
    }

    private static List<TrackingNumber> numbers(CarrierManifest manifest) {
        return manifest.lines().stream().map(CarrierManifest.Line::number).toList();
    }

    @Test
    void aManifestThatIsRefusedWholeBecomesATaskForEachOfItsNumbers() {
        add(1);
        add(2);
        clock.pass(Duration.ofHours(1));
        answers.add(new ManifestOutcome.Declined("ACCOUNT: no such agreement"));
        run();
        assertEquals(2, floor.get("/order-tasks").path("items").size());
        assertEquals(2, manifests().path(0).path("refused").asInt());
    }
}
