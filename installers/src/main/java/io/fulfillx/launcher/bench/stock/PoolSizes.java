package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** How many connections serve a mix of orders that come in and pages that are looked at best. */
final class PoolSizes implements Measure {
    private static final List<Integer> SIZES = List.of(4, 8, 12, 16, 24);
    private static final int ITEMS = 2_000;
    private static final int CLIENTS = 64;

    /** One client in four sends orders, the others read. */
    private static final int READERS_FOR_EACH_SENDER = 3;

    private final Zipf zipf = new Zipf(ITEMS, 1.01);
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() * 1_000);

    @Override
    public String part() {
        return "pools";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        Path folder = run.folder().resolve("pools");
        try (StockServer server = start(folder, SIZES.getFirst())) {
            Shelves.fill(server, ITEMS, 10_000_000);
        }
        Map<Integer, ClosedLoop.Result> results = new TreeMap<>();
        List<Integer> order = new ArrayList<>(SIZES);
        // There and back: what gets slower with time hits every size.
        order.addAll(SIZES.reversed());
        for (int size : order) {
            try (StockServer server = start(folder, size)) {
                ClosedLoop.Clients mix = mix(server);
                var _ = ClosedLoop.run(CLIENTS, Duration.ofSeconds(run.quick() ? 3 : 8), mix);
                var result = ClosedLoop.run(CLIENTS, Duration.ofSeconds(run.quick() ? 4 : 12), mix);
                results.merge(size, result, ClosedLoop.Result::plus);
            }
        }
        List<BenchRow> rows = new ArrayList<>();
        results.forEach(
                (size, result) -> {
                    String with = ", " + size + " connections";
                    rows.add(BenchRow.told("orders and reads" + with, result.perSecond(), "1/s"));
                    rows.add(
                            BenchRow.told(
                                    "orders and reads p99" + with, result.millisAt(99), "ms"));
                    rows.add(
                            BenchRow.atMost(
                                    "not answered well" + with,
                                    (double) result.failures(),
                                    "requests",
                                    0));
                });
        return rows;
    }

    private static StockServer start(Path folder, int size) {
        return StockServer.start(
                folder,
                "server-" + size,
                List.of(
                        "--roles=gateway,orders,inventory,insight",
                        "--database.pool-size=" + size));
    }

    private ClosedLoop.Clients mix(StockServer server) {
        String token = server.api().accessToken();
        return number -> {
            WireClient wire = new WireClient(server.url(), token);
            return number % (READERS_FOR_EACH_SENDER + 1) == 0
                    ? new OrderSender(wire, zipf, ITEMS, numbers)
                    : new Reader(wire);
        };
    }

    /** Looks at the newest orders, and at stock. */
    private record Reader(WireClient wire) implements ClosedLoop.Client {
        @Override
        public boolean once() throws IOException {
            int item = ThreadLocalRandom.current().nextInt(1, ITEMS + 1);
            String path =
                    item % 2 == 0
                            ? "/api/v1/orders?limit=20"
                            : "/api/v1/stock?sku=" + Shelves.sku(item);
            return wire.get(path).isGood();
        }

        @Override
        public void end() throws IOException {
            wire.close();
        }
    }
}
