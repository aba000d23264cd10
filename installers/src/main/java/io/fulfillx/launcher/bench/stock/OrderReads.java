package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.process.ProgramFailed;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The list of orders, an order and reports of an organization that is alone, and of some among a
 * hundred like it.
 */
final class OrderReads implements Measure {
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int QUICK_MANY = 100_000;
    private static final int ORGANIZATIONS = 100;
    private static final int ASKED = 10;
    private static final int CLIENTS = 4;
    private static final int RUNS = 2_000;
    private static final double TARGET_MILLIS = 30;

    private final ReadStatements statements = new ReadStatements();

    /** Somebody of one organization, with what the requests need. */
    private record Reader(String token, String deepCursor, List<String> orders) {}

    @Override
    public String part() {
        return "reads";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        int many = run.quick() ? QUICK_MANY : MANY;
        String names =
                IntStream.range(0, ORGANIZATIONS)
                        .mapToObj(OrderReads::slug)
                        .map(slug -> slug + "=" + slug)
                        .collect(Collectors.joining(","));
        List<BenchRow> rows = new ArrayList<>();
        try (StockServer server =
                StockServer.start(
                        run.folder().resolve("reads"),
                        "server",
                        List.of("--roles=gateway,insight", "--organizations=" + names))) {
            run.progress().say(FEW + " orders of one organization");
            OrderCrowd.grow(server, 0, FEW, 0, 1);
            Map<String, String> few = shapes(server);
            rows.addAll(overHttp(run, server, FEW, 1, null));
            long start = System.nanoTime();
            run.progress().say(many + " orders");
            OrderCrowd.grow(server, FEW, many, 1, ORGANIZATIONS - 1);
            rows.add(
                    BenchRow.told(
                            "reads: laying the orders", (System.nanoTime() - start) / 1e9, "s"));
            rows.addAll(sameShapes(run, few, shapes(server)));
            rows.addAll(overHttp(run, server, many, ASKED, TARGET_MILLIS));
            rows.addAll(policyCost(run, server));
        } catch (SQLException e) {
            throw new ProgramFailed("the database: " + e.getMessage(), e);
        }
        return rows;
    }

    private static String slug(int number) {
        return String.format(Locale.ROOT, "bench-%03d", number);
    }

    private Map<String, String> shapes(StockServer server) throws SQLException {
        try (Connection database = server.database();
                Connection policed = server.asServer()) {
            return statements.shapes(policed, ReadStatements.values(database).getLast());
        }
    }

    private static List<BenchRow> sameShapes(
            BenchRun run, Map<String, String> few, Map<String, String> many) {
        int same = 0;
        for (Map.Entry<String, String> each : few.entrySet()) {
            if (each.getValue().equals(many.get(each.getKey()))) {
                same++;
            } else {
                run.progress().say("few:  " + each.getKey() + ": " + each.getValue());
                run.progress().say("many: " + each.getKey() + ": " + many.get(each.getKey()));
            }
        }
        return List.of(
                BenchRow.atLeast("reads: plans of the same shape", same, "statements", few.size()));
    }

    private List<BenchRow> policyCost(BenchRun run, StockServer server) throws SQLException {
        run.progress().say("row-level security");
        try (Connection database = server.database();
                Connection policed = server.asServer()) {
            String password = ReadStatements.plainRole(database);
            String url = database.getMetaData().getURL().replaceAll("\\?.*", "");
            try (Connection plain =
                    DriverManager.getConnection(
                            url
                                    + "?user=bench_plain&stringtype=unspecified&password="
                                    + password)) {
                return new PolicyCost(
                                statements,
                                ReadStatements.values(database),
                                run.quick() ? RUNS / 4 : RUNS)
                        .rows(policed, plain);
            }
        }
    }

    private static List<BenchRow> overHttp(
            BenchRun run, StockServer server, int orders, int asked, @Nullable Double target)
            throws SQLException {
        List<Reader> readers = readers(server, asked);
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("list", "/api/v1/orders");
        paths.put("list, status", "/api/v1/orders?status=SHIPPED");
        paths.put("list, held", "/api/v1/orders?held=true");
        paths.put("list, not held", "/api/v1/orders?held=false");
        paths.put("list, channel", "/api/v1/orders?channel=csv");
        paths.put("list, deep page", "/api/v1/orders?cursor=%s");
        paths.put("order", "/api/v1/orders/%s");
        paths.put("list, search", "/api/v1/orders?search=sku%3ASKU-0131");
        paths.put("backlog report, cached", "/api/v1/insight/backlog");
        paths.put("backlog report", "/api/v1/insight/backlog#");
        List<BenchRow> rows = new ArrayList<>();
        Duration time = Duration.ofSeconds(run.quick() ? 2 : 6);
        paths.forEach(
                (name, path) -> {
                    var _ = ask(server, readers, path, Duration.ofSeconds(1));
                    ClosedLoop.Result result = ask(server, readers, path, time);
                    String row = "reads: " + name + " p95 of " + orders;
                    double millis = result.millisAt(95);
                    rows.add(
                            target == null
                                    ? BenchRow.told(row, millis, "ms")
                                    : BenchRow.atMost(row, millis, "ms", target));
                    if (result.failures() > 0) {
                        throw new ProgramFailed(name + " was refused");
                    }
                });
        return rows;
    }

    private static ClosedLoop.Result ask(
            StockServer server, List<Reader> readers, String path, Duration time) {
        return ClosedLoop.run(
                CLIENTS, time, number -> new Asking(server, readers, path, new Random(number)));
    }

    private static List<Reader> readers(StockServer server, int asked) throws SQLException {
        List<Reader> readers = new ArrayList<>();
        try (Connection database = server.database()) {
            for (int i = 0; i < asked; i++) {
                String slug = slug(i);
                ServerApi api = server.api(slug);
                List<String> orders = orders(database, slug);
                byte[] middle = orders.get(orders.size() / 2).getBytes(StandardCharsets.US_ASCII);
                readers.add(
                        new Reader(
                                api.accessToken(),
                                Base64.getUrlEncoder().withoutPadding().encodeToString(middle),
                                orders));
            }
        }
        return readers;
    }

    private static List<String> orders(Connection database, String slug) throws SQLException {
        List<String> orders = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select order_id from sales_order join org using (org_id)"
                                        + " where slug = '"
                                        + slug
                                        + "' order by order_id desc")) {
            while (rows.next()) {
                orders.add(rows.getObject(1, UUID.class).toString());
            }
        }
        return orders;
    }

    /** Asks in the name of one organization after the other. */
    private static final class Asking implements ClosedLoop.Client {
        private final List<Reader> readers;
        private final List<WireClient> wires = new ArrayList<>();
        private final String path;
        private final Random random;
        private int next;

        Asking(StockServer server, List<Reader> readers, String path, Random random)
                throws IOException {
            this.readers = readers;
            this.path = path;
            this.random = random;
            for (Reader reader : readers) {
                wires.add(new WireClient(server.url(), reader.token()));
            }
        }

        @Override
        public boolean once() throws IOException {
            int now = next++ % readers.size();
            Reader reader = readers.get(now);
            String id = reader.orders().get(random.nextInt(reader.orders().size()));
            String filled =
                    path.replace("cursor=%s", "cursor=" + reader.deepCursor()).replace("%s", id);
            // A position goes past the cache.
            return filled.endsWith("#")
                    ? wires.get(now).get(filled.replace("#", ""), "X-Position: 1").isGood()
                    : wires.get(now).get(filled).isGood();
        }

        @Override
        public void end() throws IOException {
            for (WireClient wire : wires) {
                wire.close();
            }
        }
    }
}
