package io.fulfillx.launcher.bench.stock;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's own statements for the list of orders, asked of the database directly. */
final class ReadStatements {
    private static final Pattern NAME = Pattern.compile(":([a-z][A-Za-z0-9]*)");
    private static final String PLAIN_PASSWORD = "measure-what-you-promise";

    private final Map<String, String> texts = OrdersModule.listStatements();

    /** An organization and values for the statements' parameters. */
    record Values(String org, String channel, String middle) {
        String of(String name) {
            return switch (name) {
                case "org" -> org;
                case "limit" -> "51";
                case "status" -> "SHIPPED";
                case "channel0" -> channel;
                case "after" -> middle;
                default -> throw new ProgramFailed("no value for " + name);
            };
        }
    }

    Map<String, String> texts() {
        return texts;
    }

    /** Organizations with their larger channel and the order in the middle of their list. */
    static List<Values> values(Connection database) throws SQLException {
        List<Values> all = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                select c.org_id, c.channel_id, (select o.order_id
                                  from sales_order o where o.org_id = c.org_id
                                  order by o.order_id offset (select count(*) / 2
                                    from sales_order n where n.org_id = c.org_id) limit 1)
                                from channel c join org g using (org_id)
                                where c.kind = 'shopify' order by g.slug limit 10
                                """)) {
            while (rows.next()) {
                all.add(new Values(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return all;
    }

    /** The kinds of plan nodes of each statement as the server would run it, outermost first. */
    Map<String, String> shapes(Connection server, Values values) throws SQLException {
        Map<String, String> shapes = new LinkedHashMap<>();
        server.setAutoCommit(false);
        try (Statement statement = server.createStatement()) {
            enter(server, values);
            for (Map.Entry<String, String> each : texts.entrySet()) {
                String sql = literal(each.getValue(), values);
                try (ResultSet plan = statement.executeQuery("explain (format json) " + sql)) {
                    plan.next();
                    shapes.put(each.getKey(), shape(plan.getString(1)));
                }
            }
        } finally {
            server.rollback();
        }
        return shapes;
    }

    static void enter(Connection server, Values values) throws SQLException {
        try (PreparedStatement org =
                server.prepareStatement("select set_config('app.org_id', ?, true)")) {
            org.setString(1, values.org());
            org.execute();
        }
    }

    private static String literal(String sql, Values values) {
        return NAME.matcher(sql)
                .replaceAll(
                        name ->
                                Matcher.quoteReplacement(
                                        name.group(1).equals("limit")
                                                ? values.of("limit")
                                                : "'" + values.of(name.group(1)) + "'"));
    }

    private static String shape(String json) {
        try {
            StringBuilder shape = new StringBuilder();
            append(Json.mapper().readTree(json).path(0).path("Plan"), shape);
            return shape.toString();
        } catch (IOException e) {
            throw new ProgramFailed("a plan cannot be read", e);
        }
    }

    private static void append(JsonNode plan, StringBuilder shape) {
        shape.append(plan.path("Node Type").asText());
        if (plan.has("Index Name")) {
            shape.append(' ').append(plan.path("Index Name").asText());
        }
        if (plan.has("Plans")) {
            shape.append('(');
            plan.path("Plans").forEach(child -> append(child, shape.append(' ')));
            shape.append(')');
        }
    }

    /** A statement, ready to run with values. */
    static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(NAME.matcher(sql).replaceAll("?"));
    }

    static void bind(PreparedStatement prepared, String sql, Values values) throws SQLException {
        Matcher names = NAME.matcher(sql);
        for (int i = 1; names.find(); i++) {
            String name = names.group(1);
            if (name.equals("limit")) {
                prepared.setInt(i, Integer.parseInt(values.of(name)));
            } else {
                prepared.setString(i, values.of(name));
            }
        }
    }

    /** Makes a role that row-level security does not touch, and gives its password. */
    static String plainRole(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    "create role bench_plain login bypassrls password '" + PLAIN_PASSWORD + "'");
            statement.execute("grant usage on schema public to bench_plain");
            statement.execute("grant select on all tables in schema public to bench_plain");
        }
        return PLAIN_PASSWORD;
    }
}
