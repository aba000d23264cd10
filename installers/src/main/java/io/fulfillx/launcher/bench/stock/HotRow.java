package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Everybody wants the same item. Two processes of the same server work on the same database: one
 * shares commits, the other opens a transaction for each request. They take turns.
 */
final class HotRow implements Measure {
    private static final int MANY = 128;
    private static final double TARGET_RATE = 6;
    private static final double TARGET_TAIL = 0.5;
    private static final double TARGET_ALONE = 0.95;

    @Override
    public String part() {
        return "hot-row";
    }

    /** What one side did with one number of clients, all turns together. */
    private static final class Side {
        private final StockServer server;
        private final String token;
        private ClosedLoop.Result all =
                new ClosedLoop.Result(new org.HdrHistogram.Histogram(60_000_000, 3), 0, 0);

        Side(StockServer server) {
            this.server = server;
            this.token = server.api().accessToken();
        }

        ClosedLoop.Result turn(int clients, Duration time) {
            return ClosedLoop.run(
                    clients, time, _ -> new Reserver(server.url(), token, List.of(Shelves.sku(1))));
        }

        void add(ClosedLoop.Result turn) {
            all = all.plus(turn);
        }
    }

    @Override
    public List<BenchRow> rows(BenchRun run) {
        List<BenchRow> rows = new ArrayList<>();
        Path folder = run.folder().resolve("hot-row");
        List<String> roles = List.of("--roles=gateway,inventory");
        try (StockServer sharing = StockServer.start(folder, "sharing", roles);
                StockServer alone =
                        StockServer.start(
                                folder,
                                "alone",
                                List.of(roles.getFirst(), "--database.shared-commit=1"))) {
            Shelves.fill(sharing, 1, 900_000);
            rows.addAll(compare(run, MANY, new Side(sharing), new Side(alone)));
            rows.addAll(compare(run, 1, new Side(sharing), new Side(alone)));
        }
        return rows;
    }

    private static List<BenchRow> compare(BenchRun run, int clients, Side sharing, Side alone) {
        Duration turn = Duration.ofSeconds(run.quick() ? 2 : 5);
        var _ = sharing.turn(clients, turn);
        var _ = alone.turn(clients, turn);
        for (int i = 0; i < (run.quick() ? 3 : 8); i++) {
            sharing.add(sharing.turn(clients, turn));
            alone.add(alone.turn(clients, turn));
        }
        String name = "one hot item, " + clients + (clients == 1 ? " client" : " clients");
        double rate = sharing.all.perSecond() / alone.all.perSecond();
        double tail = sharing.all.millisAt(99) / alone.all.millisAt(99);
        List<BenchRow> rows = new ArrayList<>();
        rows.add(told(name + ", shared commits", sharing.all.perSecond(), "/s"));
        rows.add(told(name + ", one transaction each", alone.all.perSecond(), "/s"));
        rows.add(told(name + ", shared commits p99", sharing.all.millisAt(99), "ms"));
        rows.add(told(name + ", one transaction each p99", alone.all.millisAt(99), "ms"));
        rows.add(
                BenchRow.atLeast(
                        name + ", rate", rate, "times", clients == 1 ? TARGET_ALONE : TARGET_RATE));
        if (clients > 1) {
            rows.add(BenchRow.atMost(name + ", p99", tail, "times", TARGET_TAIL));
        }
        long failures = sharing.all.failures() + alone.all.failures();
        rows.add(told(name + ", not reserved", (double) failures, "requests"));
        return rows;
    }

    private static BenchRow told(String name, double value, String unit) {
        return BenchRow.told(name, value, unit);
    }
}
