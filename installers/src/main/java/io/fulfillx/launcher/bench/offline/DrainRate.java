package io.fulfillx.launcher.bench.offline;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.model.sync.CommandBatch;

import java.io.IOException;
import java.util.List;

/** How fast a backlog goes up in batches, against one request for each act; both take turns. */
final class DrainRate implements Measure {
    private static final int ORDERS = 150;
    private static final int ORDERS_QUICK = 25;
    private static final int TURNS = 2;
    private static final double TARGET = 10;
    private static final double NANOS = 1e9;

    @Override
    public String part() {
        return "drain";
    }

    /** So many rows in so much time. */
    private static final class Speed {
        private long rows;
        private long nanos;

        void drain(OfflineStation station, int rowsEach) {
            long start = System.nanoTime();
            rows += station.drain(rowsEach);
            nanos += System.nanoTime() - start;
        }

        double perSecond() {
            return rows * NANOS / Math.max(1, nanos);
        }
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        int orders = run.quick() ? ORDERS_QUICK : ORDERS;
        try (OfflineHouse house =
                OfflineHouse.open(run.folder().resolve("drain"), run.progress())) {
            // What is slow the first time must not count for either side.
            new Speed().drain(packed(house, "warm-1", orders), CommandBatch.MAX_COMMANDS);
            new Speed().drain(packed(house, "warm-2", orders), 1);
            Speed batches = new Speed();
            Speed single = new Speed();
            for (int i = 1; i <= TURNS; i++) {
                OfflineStation one = packed(house, "one-by-one-" + i, orders);
                OfflineStation many = packed(house, "batches-" + i, orders);
                single.drain(one, 1);
                batches.drain(many, CommandBatch.MAX_COMMANDS);
            }
            return List.of(
                    BenchRow.told("acts sent one by one", single.perSecond(), "acts/s"),
                    BenchRow.told("acts sent in batches", batches.perSecond(), "acts/s"),
                    BenchRow.atLeast(
                            "batches / one by one",
                            batches.perSecond() / single.perSecond(),
                            "x",
                            TARGET));
        }
    }

    private static OfflineStation packed(OfflineHouse house, String name, int orders) {
        OfflineStation station = house.station(name);
        house.give(station, orders);
        long _ = station.packEverything(house.operator());
        return station;
    }
}
