package io.fulfillx.launcher.station;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.tasks.TaskSession;
import io.fulfillx.desktop.tasks.TaskStep;
import io.fulfillx.model.code.LocationCode;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.StationTask;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Two stations of one house, and one order of two mugs that was given to the first. */
final class TwoBenches implements AutoCloseable {
    final TestHouse house = new TestHouse();
    final TestBench one;
    final TestBench two;
    final ParcelId parcel;

    /** Both are offline; the first has taken the parcel in. */
    TwoBenches(Path folder) {
        one = TestBench.enrolled(house, folder.resolve("one"), "Bench 1");
        two = TestBench.enrolled(house, folder.resolve("two"), "Bench 2");
        house.orderFor(one.store(), 2);
        one.connect();
        TestHouse.await(() -> !one.store().jobs().isEmpty());
        parcel = one.job().job().parcelId();
        TestHouse.await(() -> claim().path("state").asText().equals("COMMITTED"));
        one.disconnect();
    }

    /** The newest claim on the parcel. */
    JsonNode claim() {
        return house.admin().get("/api/v1/shipments/" + parcel + "/claims").path(0);
    }

    JsonNode shipment() {
        return house.admin().get("/api/v1/shipments/" + parcel);
    }

    String order() {
        return one.job().job().orderId().toString();
    }

    String orderStatus() {
        return house.admin().get("/api/v1/orders/" + order()).path("status").asText();
    }

    /** A lead has the tote in their hands and gives it to the second station. */
    void moveToTwo() {
        move(two, "Bench 1 is cut off.");
    }

    /** A lead has the tote in their hands and gives it to that station. */
    void move(TestBench to, String reason) {
        house.admin()
                .post(
                        "/api/v1/shipments/" + parcel + "/move",
                        Map.of(
                                "stationId",
                                to.store().identity().orElseThrow().stationId().toString(),
                                "reason",
                                reason,
                                "toteInHand",
                                true));
    }

    /** The second station has the job, and is offline again. */
    void twoTakesIn() {
        two.connect();
        TestHouse.await(() -> !two.store().jobs().isEmpty());
        TestHouse.await(() -> claim().path("state").asText().equals("COMMITTED"));
        two.disconnect();
    }

    static void pickAndPack(TestBench bench) {
        bench.pick(2);
        bench.pack();
    }

    <T> T sql(Function<Tx, T> work) {
        return TestHouse.server().foundation().transactions().inOrg(house.org(), work);
    }

    /** What the server said to acts of that kind, the first one first. */
    List<String> verdicts(String kind) {
        return sql(
                tx ->
                        tx.sql(
                                        "select verdict || coalesce(' ' || code, '') as said from"
                                                + " station_command where org_id = :org and"
                                                + " command ->> 'type' = :kind order by"
                                                + " received_at, n")
                                .with("kind", kind)
                                .list(row -> row.text("said")));
    }

    /** Kinds of the tasks that a station shows, by name. */
    static List<String> tasks(TestBench bench) {
        return bench.store().tasks().open().stream().map(StationTask::kind).sorted().toList();
    }

    /** The station hears of its tasks, does them all and says so. */
    void doTasks(TestBench bench) {
        TaskSession session = new TaskSession(bench.store(), house.operator());
        for (StationTask task : session.open()) {
            String code =
                    task.kind().equals("RECOUNT")
                            ? new LocationCode(task.place().replace("-", "")).text()
                            : new OrderCode(task.orderCode()).text();
            TaskStep step = session.scanned(Reading.typed(code, Instant.now()));
            if (!(step instanceof TaskStep.Confirmed)) {
                throw new AssertionError(step);
            }
        }
        bench.settle();
    }

    /** Tasks that are open at the server. */
    List<String> openTasks() {
        return house.admin().all("/api/v1/order-tasks").stream()
                .map(task -> task.path("kind").asText())
                .sorted()
                .toList();
    }

    boolean booksAgree() {
        JsonNode check = house.admin().get("/api/v1/stock/check");
        return check.path("driftUnits").asInt() == 0 && check.path("oversoldUnits").asInt() == 0;
    }

    @Override
    public void close() {
        one.close();
        two.close();
    }
}
