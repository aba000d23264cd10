package io.fulfillx.launcher.bench.offline;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreEvent;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.JobState;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * From a decision at a desk to the station's store: an order is held, and the station refuses it
 * from the moment its store has the hold. The commit lies between request and answer, so it is
 * measured from both; the promise is held against the earlier one.
 */
final class CommitToStation implements Measure {
    private static final int ORDERS = 500;
    private static final int ORDERS_QUICK = 60;
    private static final int WARM_UP = 20;
    private static final double TARGET_MILLIS = 60;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long LATEST = TimeUnit.SECONDS.toNanos(30);

    private final Histogram fromRequest = new Histogram(LATEST, 3);
    private final Histogram fromAnswer = new Histogram(LATEST, 3);

    @Override
    public String part() {
        return "visible";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        int orders = run.quick() ? ORDERS_QUICK : ORDERS;
        try (OfflineHouse house =
                OfflineHouse.open(run.folder().resolve("visible"), run.progress())) {
            OfflineStation station = house.station("bench");
            house.give(station, orders + WARM_UP);
            station.connect();
            OfflineHouse.await(station::isPoked);
            SplittableRandom random = new SplittableRandom(1);
            List<StoredJob> jobs = station.store().jobs();
            for (int i = 0; i < jobs.size(); i++) {
                // Not in step with anything that happens by the clock.
                OfflineHouse.pause(Duration.ofMillis(random.nextInt(20, 80)));
                hold(house, station.store(), jobs.get(i), i >= WARM_UP);
            }
        }
        return List.of(
                BenchRow.told("hold answered to at the station p50", millis(fromAnswer, 50), "ms"),
                BenchRow.told("hold answered to at the station p99", millis(fromAnswer, 99), "ms"),
                BenchRow.told(
                        "hold asked for to at the station p50", millis(fromRequest, 50), "ms"),
                BenchRow.atMost(
                        "hold asked for to at the station p99",
                        millis(fromRequest, 99),
                        "ms",
                        TARGET_MILLIS));
    }

    private void hold(OfflineHouse house, StationStore store, StoredJob job, boolean counts) {
        ParcelId parcel = job.job().parcelId();
        Arrival arrival = new Arrival(store, parcel);
        store.listen(arrival::look);
        long asked = System.nanoTime();
        JsonNode _ =
                house.api()
                        .post(
                                "/api/v1/orders/" + job.job().orderId() + "/holds",
                                Map.of("type", "MANUAL", "reason", "bench"));
        long answered = System.nanoTime();
        long seen = arrival.await();
        if (counts) {
            fromRequest.recordValue(seen - asked);
            fromAnswer.recordValue(Math.max(0, seen - answered));
        }
    }

    /** Sees a hold come in. */
    private static final class Arrival {
        private final StationStore store;
        private final ParcelId parcel;
        private final CountDownLatch arrived = new CountDownLatch(1);
        private volatile long at;

        Arrival(StationStore store, ParcelId parcel) {
            this.store = store;
            this.parcel = parcel;
        }

        void look(StoreEvent event) {
            if (arrived.getCount() > 0
                    && event == StoreEvent.FEED
                    && store.job(parcel).orElseThrow().job().state() == JobState.HELD) {
                at = System.nanoTime();
                arrived.countDown();
            }
        }

        long await() {
            try {
                if (!arrived.await(LATEST, TimeUnit.NANOSECONDS)) {
                    throw new ProgramFailed("a hold never came to the station");
                }
                return at;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProgramFailed("interrupted", e);
            }
        }
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }
}
