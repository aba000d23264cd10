package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.process.ProgramFailed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Four times more is wanted at once than there is: exactly what there is may be promised. */
final class Oversell implements Measure {
    private static final int CLIENTS = 64;
    private static final int STOCK = 10;
    private static final int DEMAND = 4 * STOCK;

    /** Items of a round: the one that is short, and one more that the kits are made of. */
    private static final int PER_ROUND = 2;

    @Override
    public String part() {
        return "oversell";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        int rounds = run.quick() ? 5 : 30;
        try (StockServer server =
                StockServer.start(
                        run.folder().resolve("oversell"),
                        "server",
                        List.of("--roles=gateway,inventory"))) {
            Shelves.fill(server, 3 * rounds * PER_ROUND, STOCK);
            ServerApi api = server.api();
            Race race = new Race(server, api.accessToken());
            int single = 0;
            int lines = 0;
            int kits = 0;
            for (int i = 0; i < rounds; i++) {
                String item = Shelves.sku(1 + 6 * i);
                single += race.granted(_ -> List.of(item)) - STOCK;
                String part = Shelves.sku(3 + 6 * i);
                String set = kit(api, "SET-" + i, part, Shelves.sku(4 + 6 * i));
                lines += 2 * race.granted(_ -> List.of(part, set)) - STOCK;
                String shared = Shelves.sku(5 + 6 * i);
                String first = kit(api, "FIRST-" + i, shared, Shelves.sku(6 + 6 * i));
                String second = kit(api, "SECOND-" + i, shared, Shelves.sku(2 + 6 * i));
                kits += race.granted(n -> List.of(n % 2 == 0 ? first : second)) - STOCK;
            }
            int control = new UnlockedControl(server, CLIENTS, STOCK, DEMAND).granted(rounds);
            String fault = server.ledgerFault();
            return List.of(
                    BenchRow.told(
                            "races of 64 clients, stock 10, demand 40", 3.0 * rounds, "races"),
                    exact("one item: promised less stock", single),
                    exact("two lines sharing a component", lines),
                    exact("virtual kits sharing a component", kits),
                    BenchRow.atMost("verify-ledger finds", fault == null ? 0 : 1, "faults", 0),
                    BenchRow.atLeast(
                            "control without the lock oversells",
                            (double) control - (double) rounds * STOCK,
                            "units",
                            1));
        }
    }

    /** Neither more nor fewer than there are. */
    private static BenchRow exact(String name, int apart) {
        return new BenchRow(name, apart, "units", 0.0, apart == 0);
    }

    private static String kit(ServerApi api, String sku, String part, String other) {
        var _ =
                api.post(
                        "/api/v1/items",
                        Map.of(
                                "sku",
                                sku,
                                "title",
                                sku,
                                "weightGrams",
                                100,
                                "lengthMm",
                                100,
                                "widthMm",
                                100,
                                "heightMm",
                                100));
        var _ =
                api.put(
                        "/api/v1/stock/kits",
                        Map.of(
                                "sku",
                                sku,
                                "virtual",
                                true,
                                "components",
                                List.of(
                                        Map.of("sku", part, "quantity", 1),
                                        Map.of("sku", other, "quantity", 1))));
        return sku;
    }

    /** What the n-th request of a race asks for. */
    private interface Wishes {
        List<String> of(int number);
    }

    /** Clients that start together. */
    private record Race(StockServer server, String token) {
        /** Orders that were promised what they asked for. */
        int granted(Wishes wishes) {
            CyclicBarrier start = new CyclicBarrier(CLIENTS);
            AtomicInteger next = new AtomicInteger();
            List<Callable<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                clients.add(
                        () -> {
                            Reserver reserver =
                                    new Reserver(server.url(), token, wishes.of(client));
                            start.await();
                            int granted = 0;
                            while (next.getAndIncrement() < DEMAND) {
                                granted += reserver.reserve() ? 1 : 0;
                            }
                            reserver.end();
                            return granted;
                        });
            }
            return sum(clients);
        }
    }

    static int sum(List<Callable<Integer>> clients) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            int sum = 0;
            for (Future<Integer> each : threads.invokeAll(clients)) {
                sum += each.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        } catch (ExecutionException e) {
            throw new ProgramFailed("a client failed: " + e.getCause(), e);
        }
    }
}
