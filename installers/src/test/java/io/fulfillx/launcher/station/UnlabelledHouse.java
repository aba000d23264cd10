package io.fulfillx.launcher.station;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.station.StationTask;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;

/** A house with one bench, which gets its jobs while their carrier does not answer. */
final class UnlabelledHouse implements AutoCloseable {
    private final TestHouse house = new TestHouse();
    private final TestBench bench;
    private final Packer packer;

    /**
     * @param home of the bench, which has heard of its server
     */
    UnlabelledHouse(Path home) {
        bench = TestBench.enrolled(house, home, "Bench 1");
        bench.sync();
        packer = packer(bench);
    }

    TestHouse house() {
        return house;
    }

    TestBench bench() {
        return bench;
    }

    StationStore store() {
        return bench.store();
    }

    Packer packer() {
        return packer;
    }

    /** The same person at another bench, or at this one after its program has begun again. */
    Packer packer(TestBench at) {
        return new Packer(at.store(), house.operator());
    }

    /**
     * The bench has jobs without labels, and is offline.
     *
     * @param carrier for whose labels it has that many numbers then, see LentNumbers
     */
    void takeInUnlabelled(int orders, String carrier, int numbers) {
        TestHouse.carrierLine().cut();
        for (int i = 0; i < orders; i++) {
            house.release(store(), 2);
        }
        TestHouse.await(() -> store().jobs().size() == orders);
        TestHouse.await(() -> store().numbers().left(carrier) == numbers);
        bench.disconnect();
    }

    /** The jobs in the order in which they came. */
    static StoredJob job(StationStore store, int which) {
        return store.jobs().stream()
                .sorted(Comparator.comparing(it -> it.job().orderName()))
                .toList()
                .get(which);
    }

    JsonNode shipment(StoredJob job) {
        return house.admin().get("/api/v1/shipments/" + job.job().parcelId());
    }

    static StationTask awaitTask(TestBench at, String kind) {
        TestHouse.await(() -> at.store().tasks().open().stream().anyMatch(isOf(kind)));
        return at.store().tasks().open().stream().filter(isOf(kind)).findFirst().orElseThrow();
    }

    private static Predicate<StationTask> isOf(String kind) {
        return task -> task.kind().equals(kind);
    }

    @Override
    public void close() {
        TestHouse.carrierLine().restore();
        bench.close();
    }
}
