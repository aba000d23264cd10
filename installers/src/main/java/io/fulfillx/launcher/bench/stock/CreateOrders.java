package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.bench.OpenLoop;
import io.fulfillx.launcher.process.ProgramFailed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Creates orders and reserves their two lines through the HTTP API, against pgbench that writes the
 * same rows statement by statement, on the same server and data; the sides take turns.
 */
final class CreateOrders implements Measure {
    private static final int ITEMS = 10_000;
    private static final int UNITS = 10_000_000;

    /** pgbench knows no smaller one than 1.001. */
    private static final double EXPONENT = 1.01;

    private static final int[] CLIENTS = {16, 64};
    private static final double SHARE_OF_PEAK = 0.6;
    private static final int OPEN_CONNECTIONS = 256;

    private final Zipf zipf = new Zipf(ITEMS, EXPONENT);
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() * 1_000);

    @Override
    public String part() {
        return "create-order";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        List<BenchRow> rows = new ArrayList<>();
        Path folder = run.folder().resolve("create-order");
        // Rules and labels are other processes' roles; pgbench has nobody behind it either.
        try (StockServer server =
                StockServer.start(folder, "server", List.of("--roles=gateway,orders"))) {
            Shelves.fill(server, ITEMS, UNITS);
            ClosedLoop.Clients senders = senders(server);
            Duration round = Duration.ofSeconds(run.quick() ? 5 : 15);
            for (int warm = 0; warm < 3; warm++) {
                var _ = ClosedLoop.run(64, round, senders);
                Shelves.analyze(server);
            }
            Optional<PgBench> other = PgBench.find(server, folder, ITEMS, EXPONENT);
            if (other.isEmpty()) {
                run.progress().say("pgbench is not installed; our side is measured alone");
            }
            double peak = 0;
            for (int clients : CLIENTS) {
                Sides sides = new Sides(clients, senders, other);
                sides.takeTurns(run.quick() ? 2 : 4, round);
                rows.addAll(sides.rows());
                peak = Math.max(peak, sides.ours.perSecond());
            }
            rows.addAll(openLoop(server, peak * SHARE_OF_PEAK, round.multipliedBy(2)));
            String fault = server.ledgerFault();
            if (fault != null) {
                throw new ProgramFailed("the ledger does not hold: " + fault);
            }
        }
        return rows;
    }

    private ClosedLoop.Clients senders(StockServer server) {
        String token = server.api().accessToken();
        return _ -> sender(server, token);
    }

    private OrderSender sender(StockServer server, String token) throws IOException {
        return new OrderSender(new WireClient(server.url(), token), zipf, ITEMS, numbers);
    }

    /** Both sides with so many clients. */
    private static final class Sides {
        private final int clients;
        private final ClosedLoop.Clients senders;
        private final Optional<PgBench> other;
        private ClosedLoop.Result ours;
        private double theirs;
        private int rounds;

        Sides(int clients, ClosedLoop.Clients senders, Optional<PgBench> other) {
            this.clients = clients;
            this.senders = senders;
            this.other = other;
            this.ours = ClosedLoop.Result.none();
        }

        /** Ours, theirs, theirs, ours: what gets slower with time hits both. */
        void takeTurns(int times, Duration round) throws IOException {
            for (int i = 0; i < times; i++) {
                if (i % 2 == 0) {
                    ours = ours.plus(ClosedLoop.run(clients, round, senders));
                    them(round);
                } else {
                    them(round);
                    ours = ours.plus(ClosedLoop.run(clients, round, senders));
                }
            }
        }

        private void them(Duration round) throws IOException {
            if (other.isPresent()) {
                theirs += other.get().run(clients, round);
                rounds++;
            }
        }

        List<BenchRow> rows() {
            String with = ", " + clients + " clients";
            List<BenchRow> rows = new ArrayList<>();
            rows.add(BenchRow.told("create order" + with, ours.perSecond(), "orders/s"));
            rows.add(BenchRow.told("create order p99" + with, ours.millisAt(99), "ms"));
            if (rounds == 0) {
                rows.add(BenchRow.told("create order, pgbench is not installed" + with, 0, "x"));
            } else {
                double rate = theirs / rounds;
                rows.add(BenchRow.told("same rows by pgbench" + with, rate, "orders/s"));
                rows.add(
                        BenchRow.atLeast(
                                "create order over HTTP, against pgbench" + with,
                                ours.perSecond() / rate,
                                "x",
                                1.0));
            }
            rows.add(
                    BenchRow.atMost(
                            "orders not created" + with, (double) ours.failures(), "orders", 0));
            return rows;
        }
    }

    private List<BenchRow> openLoop(StockServer server, double perSecond, Duration time)
            throws IOException {
        String token = server.api().accessToken();
        BlockingQueue<OrderSender> idle = new LinkedBlockingQueue<>();
        for (int i = 0; i < OPEN_CONNECTIONS; i++) {
            idle.add(sender(server, token));
        }
        try {
            OpenLoop.Result result = OpenLoop.run((int) perSecond, time, _ -> sendBy(idle));
            return List.of(
                    BenchRow.told("create order, open loop", (int) perSecond, "orders/s"),
                    BenchRow.told("create order, open loop p50", result.millisAt(50), "ms"),
                    BenchRow.atMost("create order, open loop p99", result.millisAt(99), "ms", 50),
                    BenchRow.atMost(
                            "create order, open loop failures",
                            (double) result.failures(),
                            "orders",
                            0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        } finally {
            for (OrderSender sender : idle) {
                sender.end();
            }
        }
    }

    private static boolean sendBy(BlockingQueue<OrderSender> idle) {
        try {
            OrderSender sender = idle.take();
            try {
                return sender.once();
            } finally {
                idle.add(sender);
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
