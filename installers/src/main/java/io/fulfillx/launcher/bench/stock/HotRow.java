package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Everybody wants the same item. */
final class HotRow implements Measure {
    private static final int CLIENTS = 128;

    @Override
    public String part() {
        return "hot-row";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        List<BenchRow> rows = new ArrayList<>();
        try (StockServer server =
                StockServer.start(
                        run.folder().resolve("hot-row"),
                        "server",
                        List.of("--roles=gateway,inventory"))) {
            Shelves.fill(server, 1, 900_000);
            String token = server.api().accessToken();
            ClosedLoop.Clients reserve = _ -> new Reserver(new WireClient(server.url(), token));
            var _ = ClosedLoop.run(CLIENTS, Duration.ofSeconds(5), reserve);
            var many = ClosedLoop.run(CLIENTS, Duration.ofSeconds(run.quick() ? 5 : 20), reserve);
            rows.add(
                    BenchRow.told("one hot item, 128 clients", many.perSecond(), "reservations/s"));
            rows.add(BenchRow.told("one hot item, 128 clients p99", many.millisAt(99), "ms"));
        }
        return rows;
    }

    private record Reserver(WireClient wire) implements ClosedLoop.Client {
        @Override
        public boolean once() throws IOException {
            String body =
                    """
                    {"orderId":"%s","lines":[{"lineId":"%s","sku":"%s","quantity":1}]}
                    """
                            .formatted(UUID.randomUUID(), UUID.randomUUID(), Shelves.sku(1));
            return wire.post(
                            "/api/v1/reservations",
                            UUID.randomUUID().toString(),
                            body.getBytes(StandardCharsets.UTF_8))
                    .isGood();
        }

        @Override
        public void end() throws IOException {
            wire.close();
        }
    }
}
