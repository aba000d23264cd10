package io.fulfillx.backend.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.carriers.BuyOutcome;
import io.fulfillx.backend.carriers.BuysLabels;
import io.fulfillx.backend.carriers.Carrier;
import io.fulfillx.backend.carriers.CarrierAccount;
import io.fulfillx.backend.carriers.CarrierCatalog;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.lab.CarrierSimulator;
import io.fulfillx.backend.lab.FaultPlan;
import io.fulfillx.backend.platform.event.Delivery;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.server.Assembly;
import io.fulfillx.backend.server.Foundation;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * Buys labels at a real carrier simulator while connections break and the server dies. The server
 * of this test has no shipping role, so that nobody else delivers the outbox rows.
 */
class LabelPurchaseTest {
    private static final HttpClient HTTP = CarrierCatalog.httpClient();
    private static final Address FROM =
            new Address(
                    "Warehouse",
                    null,
                    "1200 Dock Road",
                    null,
                    "Columbus",
                    "OH",
                    "43215",
                    "US",
                    null);

    private static final class WithoutShipping {
        static final Assembly ASSEMBLY =
                TestBackend.start(Map.of("roles", "gateway,orders,inventory,rules,insight"));
    }

    private final Assembly assembly = WithoutShipping.ASSEMBLY;

    /** Each simulator counts its numbers from the start, so each test has its own house. */
    private final Floor floor = new Floor(assembly);

    private final List<CarrierSimulator> simulators = new ArrayList<>();

    LabelPurchaseTest() {
        floor.item("MUG", 300, 100);
    }

    @AfterEach
    void stopSimulators() {
        simulators.forEach(CarrierSimulator::close);
    }

    /** Shipping as one process would have it, with a carrier of its own. */
    private ShippingModule shipping(String faults, UnaryOperator<BuysLabels> buys) {
        CarrierSimulator simulator =
                CarrierSimulator.start(
                        new CarrierSimulator.Settings(
                                0, "key", null, FaultPlan.parse(faults, 7), 1, 0));
        simulators.add(simulator);
        Carrier real = new CarrierCatalog(HTTP).all().getFirst();
        Carrier carrier =
                new Carrier(
                        real.code(),
                        real.displayName(),
                        real.rates(),
                        buys.apply(real.buys()),
                        real.finds(),
                        real.voids(),
                        real.manifests(),
                        real.trackingPage());
        Foundation foundation = assembly.foundation();
        return new ShippingModule(
                new ShippingModule.Surroundings(
                        foundation.transactions(),
                        foundation.outboxWorkers(),
                        foundation.documents(),
                        foundation.clock(),
                        foundation.ids()),
                assembly.fulfillment(),
                assembly.orders(),
                List.of(carrier),
                _ -> false,
                new ShippingConfig(
                        Map.of(carrier.code(), new CarrierAccount(simulator.url(), "key")),
                        FROM,
                        Duration.ofMillis(800),
                        Duration.ofMillis(900),
                        Duration.ofSeconds(10),
                        Map.of(carrier.code(), Duration.ofDays(30)),
                        Duration.ofSeconds(1)));
    }

    /** Shipping that dies at its first purchase, before or after the carrier sold the label. */
    private ShippingModule dyingOnce(boolean afterTheSale) {
        AtomicBoolean dies = new AtomicBoolean(true);
        return shipping(
                "",
                buys ->
                        (account, spec, service, deadline) -> {
                            boolean now = dies.getAndSet(false);
                            if (!now || afterTheSale) {
                                BuyOutcome outcome = buys.buy(account, spec, service, deadline);
                                if (!now) {
                                    return outcome;
                                }
                            }
                            throw new IllegalStateException("killed");
                        });
    }

    private JsonNode stats() {
        try {
            URI uri = simulators.getFirst().url().resolve("/v1/admin/stats");
            byte[] body =
                    HTTP.send(
                                    HttpRequest.newBuilder(uri).build(),
                                    HttpResponse.BodyHandlers.ofByteArray())
                            .body();
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private OrderId releasedOrder() {
        OrderId order = floor.order("MUG", 1);
        WaveId _ =
                assembly.fulfillment()
                        .releaseWave(floor.org(), floor.stationId(), 200, "test")
                        .orElseThrow();
        return order;
    }

    private ParcelId parcel(OrderId order) {
        return assembly.foundation()
                .transactions()
                .inOrg(
                        floor.org(),
                        tx -> assembly.fulfillment().ofOrder(tx, order).getFirst().parcelId());
    }

    private ParcelStatus status(ParcelId parcel) {
        return assembly.foundation()
                .transactions()
                .inOrg(
                        floor.org(),
                        tx -> assembly.fulfillment().find(tx, parcel).orElseThrow().status());
    }

    private Delivery deliver(ShippingModule shipping, ParcelId parcel) {
        return shipping.buyLabel().deliver(floor.org(), parcel.value());
    }

    private void deliverUntilDone(ShippingModule shipping, ParcelId parcel) {
        Floor.await(() -> deliver(shipping, parcel) instanceof Delivery.Done);
    }

    private void assertPaidOnce(ParcelId parcel) {
        assertEquals(ParcelStatus.LABELLED, status(parcel));
        assertEquals(1, stats().path("bought").asInt());
        assertEquals(0, stats().path("duplicates").asInt());
    }

    @Test
    void aPurchaseWhoseConnectionBrokeIsFoundAndPaidOnce() {
        ShippingModule shipping = shipping("drop=1.0", buys -> buys);
        ParcelId parcel = parcel(releasedOrder());
        assertInstanceOf(Delivery.Wait.class, deliver(shipping, parcel));
        assertEquals(ParcelStatus.PLANNED, status(parcel));
        assertInstanceOf(Delivery.Done.class, deliver(shipping, parcel));
        assertPaidOnce(parcel);
    }

    @Test
    void aCrashAfterTheSaleIsFoundByTheNextDelivery() {
        ShippingModule shipping = dyingOnce(true);
        ParcelId parcel = parcel(releasedOrder());
        assertThrows(IllegalStateException.class, () -> deliver(shipping, parcel));
        assertInstanceOf(Delivery.Done.class, deliver(shipping, parcel));
        assertPaidOnce(parcel);
    }

    @Test
    void aCrashBeforeTheSaleIsBoughtOnceItIsSurelyNotUnderWay() {
        ShippingModule shipping = dyingOnce(false);
        ParcelId parcel = parcel(releasedOrder());
        assertThrows(IllegalStateException.class, () -> deliver(shipping, parcel));
        assertInstanceOf(Delivery.Wait.class, deliver(shipping, parcel));
        assertEquals(0, stats().path("bought").asInt());
        deliverUntilDone(shipping, parcel);
        assertPaidOnce(parcel);
    }

    @Test
    void manyDeliveriesAtOnceBuyOneLabel() throws InterruptedException, ExecutionException {
        ShippingModule shipping = shipping("", buys -> buys);
        ParcelId parcel = parcel(releasedOrder());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> deliverUntilDone(shipping, parcel)));
            }
            for (Future<?> each : running) {
                assertEquals(null, each.get());
            }
        }
        assertPaidOnce(parcel);
    }

    @Test
    void aCarrierThatFailsHalfTheTimeSellsOneLabel() {
        ShippingModule shipping = shipping("busy=0.5,drop=0.5", buys -> buys);
        ParcelId parcel = parcel(releasedOrder());
        deliverUntilDone(shipping, parcel);
        assertPaidOnce(parcel);
    }

    @Test
    void whatTheCarrierDeclinesHoldsTheOrderInItsWords() {
        AtomicBoolean declines = new AtomicBoolean(true);
        ShippingModule shipping =
                shipping(
                        "",
                        buys ->
                                (account, spec, service, deadline) ->
                                        declines.get()
                                                ? new BuyOutcome.Declined("NO", "no such street")
                                                : buys.buy(account, spec, service, deadline));
        OrderId order = releasedOrder();
        ParcelId parcel = parcel(order);
        assertInstanceOf(Delivery.Done.class, deliver(shipping, parcel));
        JsonNode hold = floor.get("/orders/" + order).path("holds").path(0);
        assertEquals("CARRIER", hold.path("type").asText());
        assertTrue(hold.path("reason").asText().contains("no such street"), hold.toString());
        assertInstanceOf(Delivery.Done.class, deliver(shipping, parcel));
        assertEquals(ParcelStatus.PLANNED, status(parcel));
        declines.set(false);
        floor.created(
                "/orders/" + order + "/holds/" + hold.path("holdId").asText() + "/release",
                Map.of("reason", "The street is new."));
        for (Worker worker : shipping.workers()) {
            var _ = worker.runOnce(floor.org());
        }
        deliverUntilDone(shipping, parcel);
        assertPaidOnce(parcel);
    }

    @Test
    void aHeldOrderDoesNotBuy() {
        ShippingModule shipping = shipping("", buys -> buys);
        OrderId order = releasedOrder();
        floor.created("/orders/" + order + "/holds", Map.of("type", "FRAUD", "reason", "Ask."));
        assertInstanceOf(Delivery.Done.class, deliver(shipping, parcel(order)));
        assertEquals(0, stats().path("bought").asInt());
    }

    @Test
    void aCancelBetweenPurchaseAndAnswerVoidsTheLabel() {
        ShippingModule shipping = shipping("drop=1.0", buys -> buys);
        OrderId order = releasedOrder();
        ParcelId parcel = parcel(order);
        assertInstanceOf(Delivery.Wait.class, deliver(shipping, parcel));
        floor.created("/orders/" + order + "/cancel", Map.of("reason", "Changed my mind."));
        assertInstanceOf(Delivery.Done.class, deliver(shipping, parcel));
        Floor.await(
                () -> {
                    shipping.workers().forEach(worker -> worker.runOnce(floor.org()));
                    return stats().path("voided").asInt() == 1;
                });
        assertEquals(ParcelStatus.CANCELLED, status(parcel));
        assertEquals(1, stats().path("bought").asInt());
    }

    @Test
    void anUnusedLabelIsGivenBackADayBeforeItsCarrierRefusesAndAnotherOneIsBought() {
        ShippingModule shipping = shipping("", buys -> buys);
        ParcelId parcel = parcel(releasedOrder());
        deliverUntilDone(shipping, parcel);
        age(parcel, "28 days 23 hours");
        work(shipping);
        assertEquals(0, stats().path("voided").asInt());
        age(parcel, "29 days 1 hour");
        work(shipping);
        assertEquals(1, stats().path("voided").asInt());
        assertEquals(ParcelStatus.PLANNED, status(parcel));
        deliverUntilDone(shipping, parcel);
        assertEquals(ParcelStatus.LABELLED, status(parcel));
        work(shipping);
        assertEquals(1, stats().path("voided").asInt());
        assertEquals(2, stats().path("bought").asInt());
    }

    @Test
    void aLabelUnderWhichAParcelLeftIsNeverGivenBack() {
        ShippingModule shipping = shipping("", buys -> buys);
        ParcelId parcel = parcel(releasedOrder());
        deliverUntilDone(shipping, parcel);
        sql(
                "update parcel set status = 'PACKED' where org_id = :org and parcel_id = :parcel",
                parcel);
        age(parcel, "40 days");
        work(shipping);
        assertEquals(0, stats().path("voided").asInt());
    }

    @Test
    void anUnusedLabelThatTheCarrierDoesNotTakeBackIsKeptAndUsed() {
        ShippingModule shipping = shipping("", buys -> buys);
        ParcelId parcel = parcel(releasedOrder());
        deliverUntilDone(shipping, parcel);
        age(parcel, "31 days");
        sql(
                "update label set carrier_shipment_id = 'gone'"
                        + " where org_id = :org and parcel_id = :parcel",
                parcel);
        work(shipping);
        work(shipping);
        assertEquals(ParcelStatus.LABELLED, status(parcel));
        assertEquals(0, stats().path("voided").asInt());
        assertEquals(
                "VOID_LABEL",
                floor.get("/order-tasks").path("items").path(0).path("kind").asText());
    }

    private void work(ShippingModule shipping) {
        shipping.workers().forEach(worker -> worker.runOnce(floor.org()));
    }

    private void age(ParcelId parcel, String how) {
        sql(
                "update label set created_at = now() - interval '"
                        + how
                        + "' where org_id = :org and parcel_id = :parcel",
                parcel);
    }

    private void sql(String change, ParcelId parcel) {
        long changed =
                assembly.foundation()
                        .transactions()
                        .inOrg(
                                floor.org(),
                                tx -> tx.sql(change).with("parcel", parcel.value()).run());
        assertEquals(1, changed);
    }

    @Test
    void aCancelledOrderBuysNothing() {
        ShippingModule shipping = shipping("", buys -> buys);
        OrderId order = releasedOrder();
        floor.created("/orders/" + order + "/cancel", Map.of("reason", "Changed my mind."));
        assertInstanceOf(Delivery.Done.class, deliver(shipping, parcel(order)));
        assertEquals(0, stats().path("bought").asInt());
    }
}
