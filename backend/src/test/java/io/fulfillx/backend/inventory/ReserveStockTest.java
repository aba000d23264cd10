package io.fulfillx.backend.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.inventory.api.LeavingUnits;
import io.fulfillx.backend.inventory.api.MissingUnits;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.stock.ReserveOutcome;
import io.fulfillx.model.stock.ReserveStockRequest;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ReserveStockTest {
    private final Shop shop = Shop.open();
    private final Transactions transactions = TestBackend.assembly().foundation().transactions();
    private final InventoryModule inventory = TestBackend.assembly().inventory();

    private ReserveStockRequest request(String sku, int... quantities) {
        List<ReserveStockRequest.Line> lines = new ArrayList<>();
        for (int quantity : quantities) {
            lines.add(
                    new ReserveStockRequest.Line(
                            new OrderLineId(UUID.randomUUID()),
                            new Sku(sku),
                            new Quantity(quantity)));
        }
        return new ReserveStockRequest(new OrderId(UUID.randomUUID()), lines);
    }

    private ReserveOutcome reserve(ReserveStockRequest request) {
        return transactions.inOrg(shop.org().id(), tx -> inventory.reserve(tx, request, "test"));
    }

    private List<PickFrom> reservedAt(ReserveStockRequest request) {
        return transactions.inOrg(
                shop.org().id(), tx -> inventory.reservedAt(tx, request.orderId()));
    }

    private boolean run(java.util.function.Consumer<io.fulfillx.backend.platform.sql.Tx> work) {
        return transactions.inOrg(
                shop.org().id(),
                tx -> {
                    work.accept(tx);
                    return true;
                });
    }

    @Test
    void fiftyAtOnceOnTenUnitsGetExactlyTen() throws InterruptedException, ExecutionException {
        shop.item("HOT");
        shop.stock("HOT", "A-1", 10);
        int reserved = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ReserveOutcome>> tasks = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                tasks.add(() -> reserve(request("HOT", 1)));
            }
            for (Future<ReserveOutcome> done : threads.invokeAll(tasks)) {
                if (done.get() instanceof ReserveOutcome.Reserved) {
                    reserved++;
                }
            }
        }
        assertEquals(10, reserved);
        assertEquals(10, shop.stockOf("HOT").path("reserved").asInt());
        shop.assertStockIsTrue();
    }

    @Test
    void theDatabaseRefusesEvenAWrongStatement() {
        shop.item("GUARD");
        shop.stock("GUARD", "A-1", 3);
        assertThrows(
                RuntimeException.class,
                () ->
                        run(
                                tx ->
                                        tx.sql(
                                                        "update stock_level set reserved = 4"
                                                                + " where org_id = :org")
                                                .run()));
        assertEquals(0, shop.stockOf("GUARD").path("reserved").asInt());
    }

    @Test
    void repeatingAReservationChangesNothing() {
        shop.item("TWICE");
        shop.stock("TWICE", "A-1", 5);
        ReserveStockRequest request = request("TWICE", 2);
        assertEquals(new ReserveOutcome.Reserved(request.orderId()), reserve(request));
        assertEquals(new ReserveOutcome.AlreadyReserved(request.orderId()), reserve(request));
        assertEquals(2, shop.stockOf("TWICE").path("reserved").asInt());
    }

    @Test
    void twoLinesOfOneItemAreSummedBeforeTheyAreGranted() {
        shop.item("SUM");
        shop.stock("SUM", "A-1", 3);
        ReserveOutcome outcome = reserve(request("SUM", 2, 2));
        assertEquals(
                new ReserveOutcome.NotEnough(
                        List.of(
                                new ReserveOutcome.Missing(
                                        new Sku("SUM"), new Quantity(4), new Quantity(3)))),
                outcome);
        assertEquals(0, shop.stockOf("SUM").path("reserved").asInt());
    }

    @Test
    void anOrderTakesFromSeveralLocationsWhenNoneSufficesAlone() {
        shop.item("SPLIT");
        shop.stock("SPLIT", "A-1", 2);
        shop.stock("SPLIT", "A-2", 3);
        ReserveStockRequest request = request("SPLIT", 4);
        assertEquals(new ReserveOutcome.Reserved(request.orderId()), reserve(request));
        assertEquals(
                List.of(1, 3),
                reservedAt(request).stream().map(from -> from.quantity().units()).toList());
        shop.assertStockIsTrue();
    }

    @Test
    void releasedStockCanBeReservedAgainByTheSameOrder() {
        shop.item("BACK");
        shop.stock("BACK", "A-1", 1);
        ReserveStockRequest request = request("BACK", 1);
        var _ = reserve(request);
        var _ = run(tx -> inventory.release(tx, request.orderId(), "test"));
        assertEquals(0, shop.stockOf("BACK").path("reserved").asInt());
        assertEquals(new ReserveOutcome.Reserved(request.orderId()), reserve(request));
        shop.assertStockIsTrue();
    }

    @Test
    void shippingAParcelLineTwiceTakesItsUnitsOnce() {
        shop.item("SHIP");
        shop.stock("SHIP", "A-1", 5);
        ReserveStockRequest request = request("SHIP", 2);
        var _ = reserve(request);
        PickFrom from = reservedAt(request).getFirst();
        ParcelId parcel = new ParcelId(UUID.randomUUID());
        for (int i = 0; i < 2; i++) {
            ship(parcel, from, from.quantity());
        }
        assertEquals(3, shop.stockOf("SHIP").path("onHand").asInt());
        assertEquals(0, shop.stockOf("SHIP").path("reserved").asInt());
        assertEquals(new ReserveOutcome.AlreadyReserved(request.orderId()), reserve(request));
        shop.assertStockIsTrue();
    }

    @Test
    void whatIsNotReservedCannotBeShipped() {
        shop.item("NONE");
        shop.stock("NONE", "A-1", 5);
        ReserveStockRequest request = request("NONE", 1);
        var _ = reserve(request);
        PickFrom from = reservedAt(request).getFirst();
        Fault fault =
                assertThrows(
                        Fault.class,
                        () -> ship(new ParcelId(UUID.randomUUID()), from, new Quantity(2)));
        assertEquals(Fault.Code.NOT_ALLOWED_NOW, fault.code());
        assertEquals(5, shop.stockOf("NONE").path("onHand").asInt());
    }

    @Test
    void unitsWrittenOffAreOwedToTheLineAgain() {
        shop.item("LOST");
        shop.stock("LOST", "A-1", 2);
        ReserveStockRequest request = request("LOST", 2);
        var _ = reserve(request);
        PickFrom from = reservedAt(request).getFirst();
        MissingUnits missing =
                new MissingUnits(
                        request.orderId(),
                        from.at(),
                        Quantity.ONE,
                        List.of(),
                        MissingUnits.Cause.SHORT,
                        "finding-1");
        var _ = run(tx -> inventory.writeOff(tx, missing, "test"));
        var _ = run(tx -> inventory.writeOff(tx, missing, "test"));
        assertEquals(1, shop.stockOf("LOST").path("onHand").asInt());
        assertTrue(reserve(request) instanceof ReserveOutcome.NotEnough);
        shop.stock("LOST", "A-1", 1);
        assertEquals(new ReserveOutcome.Reserved(request.orderId()), reserve(request));
        assertEquals(2, shop.stockOf("LOST").path("reserved").asInt());
        shop.assertStockIsTrue();
    }

    @Test
    void anAdjustmentCannotTakeWhatIsReserved() {
        shop.item("ADJ");
        shop.stock("ADJ", "A-1", 3);
        var _ = reserve(request("ADJ", 2));
        Answer refused = adjust("ADJ", -2);
        assertEquals(409, refused.status());
        assertEquals("not-allowed-now", refused.code());
        Answer done = adjust("ADJ", -1);
        assertEquals(2, done.json().path("onHand").asInt());
        assertEquals(
                3, shop.manager().get("/api/v1/stock/ledger?sku=ADJ").json().path("items").size());
    }

    @Test
    void reservingOverHttpTellsWhatIsMissing() {
        shop.item("WEB");
        shop.stock("WEB", "A-1", 1);
        Answer outcome = shop.manager().post("/api/v1/reservations", request("WEB", 2));
        assertEquals(200, outcome.status());
        assertEquals("not-enough", outcome.json().path("outcome").asText());
        Answer unknown = shop.manager().post("/api/v1/reservations", request("NOPE", 2));
        assertEquals(400, unknown.status());
        assertEquals("/lines/0/sku", unknown.json().path("pointer").asText());
    }

    @Test
    void theLedgerReplaysToTheLevelsWhateverHappened() {
        List<String> skus = List.of("P-1", "P-2", "P-3");
        skus.forEach(shop::item);
        Random random = new Random(20260302);
        List<ReserveStockRequest> made = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            String sku = skus.get(random.nextInt(skus.size()));
            switch (random.nextInt(5)) {
                case 0 -> shop.stock(sku, "L-" + random.nextInt(3), 1 + random.nextInt(9));
                case 1, 2 -> {
                    ReserveStockRequest request =
                            request(sku, 1 + random.nextInt(4), random.nextInt(3));
                    if (!(reserve(request) instanceof ReserveOutcome.NotEnough)) {
                        made.add(request);
                    }
                }
                case 3 ->
                        made.stream()
                                .skip(random.nextInt(made.size() + 1))
                                .findFirst()
                                .ifPresent(
                                        request -> {
                                            var _ =
                                                    run(
                                                            tx ->
                                                                    inventory.release(
                                                                            tx,
                                                                            request.orderId(),
                                                                            "test"));
                                        });
                default ->
                        made.stream()
                                .skip(random.nextInt(made.size() + 1))
                                .findFirst()
                                .ifPresent(this::shipAll);
            }
        }
        shop.assertStockIsTrue();
        int promised =
                made.stream()
                        .flatMap(request -> reservedAt(request).stream())
                        .mapToInt(from -> from.quantity().units())
                        .sum();
        int reserved =
                skus.stream().mapToInt(sku -> shop.stockOf(sku).path("reserved").asInt()).sum();
        assertEquals(promised, reserved);
    }

    private Answer adjust(String sku, int delta) {
        return shop.manager()
                .post(
                        "/api/v1/stock/adjust",
                        Map.of("sku", sku, "location", "A-1", "delta", delta, "reason", "x"));
    }

    private void ship(ParcelId parcel, PickFrom from, Quantity units) {
        var _ =
                run(
                        tx ->
                                inventory.commitShip(
                                        tx, Map.of(parcel, List.of(leaving(from, units))), "test"));
    }

    private void shipAll(ReserveStockRequest request) {
        ParcelId parcel = new ParcelId(UUID.randomUUID());
        var _ =
                run(
                        tx ->
                                inventory.commitShip(
                                        tx,
                                        Map.of(
                                                parcel,
                                                inventory.reservedAt(tx, request.orderId()).stream()
                                                        .map(from -> leaving(from, from.quantity()))
                                                        .toList()),
                                        "test"));
    }

    private static LeavingUnits leaving(PickFrom from, Quantity units) {
        return new LeavingUnits(from.lineId(), from.at(), units, List.of());
    }
}
