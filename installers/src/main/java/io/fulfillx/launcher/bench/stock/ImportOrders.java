package io.fulfillx.launcher.bench.stock;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.api.OrderUpload;
import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.process.ProgramFailed;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes files of orders in: how fast, and whether the server's memory stays flat meanwhile. */
final class ImportOrders implements Measure {
    private static final int ORDERS = 1_000_000;
    private static final int QUICK_ORDERS = 20_000;
    private static final int ITEMS = 1_000;
    private static final int UNITS = 100_000_000;
    private static final double MEGA = 1e6;
    private static final double NANOS = 1e9;

    /** From a tenth of the file to its end the heap may grow by that much of itself. */
    private static final double FLAT = 1.25;

    @Override
    public String part() {
        return "import";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        List<BenchRow> rows = new ArrayList<>();
        Path folder = run.folder().resolve("import");
        try (StockServer server =
                StockServer.start(folder, "server", List.of("--roles=gateway,orders"))) {
            Shelves.fill(server, ITEMS, UNITS);
            Optional<Path> invoices = invoices();
            if (invoices.isPresent()) {
                try (InputStream file = Files.newInputStream(invoices.get())) {
                    rows.addAll(
                            taken(server, "invoices", Map.of("preset", "INVOICES"), file, null));
                }
            } else {
                run.progress().say("no file of invoices is named by -Dfulfillx.shared");
            }
            int orders = run.quick() ? QUICK_ORDERS : ORDERS;
            MemoryMarks memory = new MemoryMarks(server.pid(), orders);
            try (InputStream file = new OrderFile(orders, ITEMS)) {
                rows.addAll(taken(server, orders + " orders", Map.of(), file, memory));
            }
            rows.addAll(memory.rows(FLAT));
        }
        return rows;
    }

    private static Optional<Path> invoices() {
        Path file =
                Path.of(System.getProperty("fulfillx.shared", "../shared"))
                        .resolve("data/online-retail/invoices.csv");
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    private static List<BenchRow> taken(
            StockServer server,
            String name,
            Map<String, Object> layout,
            InputStream file,
            @Nullable MemoryMarks memory)
            throws IOException {
        Map<String, Object> all = new HashMap<>(layout);
        all.put("name", name);
        OrderUpload upload = OrderUpload.announce(server.api(), all);
        upload.send(file);
        long start = System.nanoTime();
        JsonNode end =
                upload.run(
                        job -> {
                            if (memory != null) {
                                memory.look(job.path("received").asLong());
                            }
                        });
        double seconds = (System.nanoTime() - start) / NANOS;
        if (!end.path("state").asText().equals("DONE")) {
            throw new ProgramFailed("the import ended as " + end);
        }
        if (memory != null) {
            memory.look(end.path("received").asLong());
        }
        double done = end.path("received").asDouble();
        return List.of(
                BenchRow.told("import " + name + ": orders", done / seconds, "orders/s"),
                BenchRow.told(
                        "import " + name + ": rows",
                        end.path("records").asDouble() / seconds,
                        "rows/s"),
                BenchRow.told("import " + name + ": taken in", done, "orders"),
                BenchRow.told(
                        "import " + name + ": refused with a reason",
                        end.path("refused").asDouble(),
                        "orders"),
                BenchRow.told(
                        "import " + name + ": size", end.path("bytes").asDouble() / MEGA, "MB"));
    }
}
