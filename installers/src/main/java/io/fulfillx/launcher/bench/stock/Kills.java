package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.process.ProgramFailed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Everything that can happen to stock, from several clients, while the server is killed again and
 * again: nothing that was acknowledged is lost, and nothing happens twice.
 */
final class Kills implements Measure {
    private static final int CLIENTS = 4;
    private static final int UNITS = 500;
    private static final long SEED = 20_260_302;

    @Override
    public String part() {
        return "kills";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) {
        long operations = run.operations() > 0 ? run.operations() : run.quick() ? 20_000 : 200_000;
        try (StockServer server =
                StockServer.start(
                        run.folder().resolve("kills"),
                        "server",
                        List.of("--roles=gateway,inventory", "--database.pool-size=8"))) {
            return new Campaign(run, server, operations).rows();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    /** One run. */
    private static final class Campaign {
        private final BenchRun run;
        private final StockServer server;
        private final long operations;
        private final AtomicLong done = new AtomicLong();
        private final AtomicReference<String> token = new AtomicReference<>("");
        private final CountDownLatch ended = new CountDownLatch(1);
        private final long start = System.nanoTime();
        private int kills;

        Campaign(BenchRun run, StockServer server, long operations) {
            this.run = run;
            this.server = server;
            this.operations = operations;
        }

        List<BenchRow> rows() throws InterruptedException {
            Shelves.fill(server, KillClient.SHARED + CLIENTS * KillClient.ITEMS, UNITS);
            ServerApi api = server.api();
            token.set(api.accessToken());
            for (int i = 0; i < CLIENTS; i++) {
                make(api, i);
            }
            List<KillClient> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new KillClient(i, new PatientClient(server.url(), token::get), SEED));
            }
            work(clients);
            double seconds = (System.nanoTime() - start) / 1e9;
            run.progress().say(done + " operations; proving");
            server.killHard();
            server.restart();
            List<KillRecord> records = clients.stream().map(KillClient::record).toList();
            KillProof proof = new KillProof(records).compare(server.database(), UNITS);
            proof.findings().forEach(run.progress()::say);
            String fault = server.ledgerFault();
            run.progress().say(fault == null ? "verify-ledger: sound" : fault);
            return rows(clients, proof, fault == null, seconds);
        }

        private static void make(ServerApi api, int client) {
            for (String sku : List.of(KillStory.item(client), KillStory.kit(client))) {
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
            }
            var _ =
                    api.put(
                            "/api/v1/stock/kits",
                            Map.of(
                                    "sku",
                                    KillStory.kit(client),
                                    "virtual",
                                    false,
                                    "components",
                                    List.of(Map.of("sku", KillStory.item(client), "quantity", 2))));
        }

        private void work(List<KillClient> clients) throws InterruptedException {
            Thread killer = Thread.ofPlatform().daemon().name("killer").start(this::kill);
            try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
                List<Future<?>> working = new ArrayList<>();
                for (KillClient client : clients) {
                    working.add(
                            threads.submit(
                                    () ->
                                            client.work(
                                                    () -> operations - done.get(),
                                                    done::addAndGet)));
                }
                for (Future<?> each : working) {
                    each.get();
                }
            } catch (ExecutionException e) {
                throw new ProgramFailed("a client failed: " + e.getCause(), e);
            } finally {
                ended.countDown();
                killer.join();
            }
        }

        /** Kills at random moments until the clients have ended. */
        private void kill() {
            Random random = new Random(SEED);
            try {
                while (!ended.await(pause(random), TimeUnit.MILLISECONDS)) {
                    server.killHard();
                    kills++;
                    server.restart();
                    token.set(server.api().accessToken());
                    run.progress()
                            .say(
                                    "%d operations, %d kills, %.0f operations/s"
                                            .formatted(done.get(), kills, perSecond()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private long pause(Random random) {
            Duration longest = Duration.ofSeconds(operations < 100_000 ? 6 : 50);
            return longest.toMillis() / 4 + random.nextLong(longest.toMillis());
        }

        private double perSecond() {
            return done.get() / ((System.nanoTime() - start) / 1e9);
        }

        private List<BenchRow> rows(
                List<KillClient> clients, KillProof proof, boolean sound, double seconds) {
            long surprises = clients.stream().mapToLong(c -> c.record().surprises()).sum();
            return List.of(
                    BenchRow.told("mixed ledger operations", (double) done.get(), "operations"),
                    BenchRow.told("of them refused", refused(clients), "operations"),
                    BenchRow.told("kind of events", kinds(clients), "kinds"),
                    BenchRow.told("kill -9 of the server", kills, "kills"),
                    BenchRow.told("requests sent again", repeats(clients), "requests"),
                    BenchRow.told("rate, kills included", done.get() / seconds, "operations/s"),
                    BenchRow.atMost("oversold", (double) proof.oversold(), "units", 0),
                    BenchRow.atMost(
                            "drift from the clients' sums", (double) proof.drift(), "units", 0),
                    BenchRow.atMost("verify-ledger finds", sound ? 0 : 1, "faults", 0),
                    BenchRow.atMost("lost acknowledged", (double) proof.lost(), "operations", 0),
                    BenchRow.atMost(
                            "booked twice or unasked", (double) proof.doubled(), "operations", 0),
                    BenchRow.atMost("answers out of place", (double) surprises, "answers", 0));
        }

        private static double refused(List<KillClient> clients) {
            return clients.stream().mapToLong(client -> client.record().refused()).sum();
        }

        private static double repeats(List<KillClient> clients) {
            return clients.stream().mapToLong(KillClient::repeats).sum();
        }

        private static double kinds(List<KillClient> clients) {
            return clients.stream()
                    .flatMap(client -> client.record().kinds().keySet().stream())
                    .distinct()
                    .count();
        }
    }
}
