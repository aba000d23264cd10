package io.fulfillx.launcher.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

import io.fulfillx.launcher.demo.DemoOrder.Bundle;
import io.fulfillx.launcher.demo.DemoOrder.Line;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds Shopify orders in a file or in all {@code .json} files below a folder. */
final class OrderFiles {
    private static final ObjectReader READER =
            Json.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Fields of drafts, checkouts, refunds and fulfillments, which also have lines. */
    private static final List<String> OTHER_MARKS =
            List.of(
                    "order_id",
                    "refund_line_items",
                    "abandoned_checkout_url",
                    "invoice_url",
                    "invoice_sent_at",
                    "admin_graphql_api_order_id");

    private final Map<String, DemoOrder> orders = new LinkedHashMap<>();
    private final List<DemoOrder> repeated = new ArrayList<>();
    private final Map<String, String> skipped = new LinkedHashMap<>();

    private OrderFiles() {}

    /**
     * @throws ProgramFailed when the path cannot be read, or holds no order at all
     */
    static Bundle read(Path path) {
        OrderFiles files = new OrderFiles();
        try (Stream<Path> found = Files.walk(path)) {
            List<Path> sorted =
                    found.filter(Files::isRegularFile)
                            .filter(file -> file.equals(path) || isJson(file))
                            .sorted()
                            .toList();
            for (Path file : sorted) {
                files.readFile(path.equals(file) ? file : path.relativize(file), file);
            }
        } catch (IOException e) {
            throw new ProgramFailed("cannot read " + path + ": " + e.getMessage(), e);
        }
        if (files.orders.isEmpty()) {
            throw new ProgramFailed("there is no order in " + path + ": " + files.skipped);
        }
        List<DemoOrder> all = new ArrayList<>(files.orders.values());
        all.addAll(files.repeated);
        return new Bundle(all, files.skipped);
    }

    private static boolean isJson(Path file) {
        return file.toString().endsWith(".json");
    }

    private void readFile(Path name, Path file) throws IOException {
        byte[] body = Files.readAllBytes(file);
        JsonNode root;
        try {
            root = READER.readTree(body);
        } catch (JsonProcessingException e) {
            skipped.put(name.toString(), "not JSON: " + e.getOriginalMessage());
            return;
        }
        if (root.path("orders").isArray()) {
            int index = 0;
            for (JsonNode order : root.path("orders")) {
                take(name + "#/orders/" + index++, order, Json.bytes(order));
            }
        } else if (root.has("order")) {
            take(name.toString(), root.path("order"), Json.bytes(root.path("order")));
        } else {
            take(name.toString(), root, body);
        }
    }

    private void take(String where, JsonNode order, byte[] body) {
        Optional<String> reason = whyNot(order);
        if (reason.isPresent()) {
            skipped.put(where, reason.get());
            return;
        }
        String id = order.path("id").asText();
        DemoOrder made = new DemoOrder(id, order.path("name").asText("#" + id), body, lines(order));
        if (orders.putIfAbsent(id, made) != null) {
            repeated.add(made);
        }
    }

    /** Why this is no order that a shop would announce; empty when it is one. */
    private static Optional<String> whyNot(JsonNode node) {
        if (!node.isObject()) {
            return Optional.of("not a JSON object");
        }
        Optional<String> mark = OTHER_MARKS.stream().filter(node::has).findFirst();
        if (mark.isPresent()) {
            return Optional.of("it is something else than an order: it has " + mark.get());
        }
        if (!node.path("id").isIntegralNumber()) {
            return Optional.of("it has no numeric id");
        }
        if (!node.path("line_items").isArray()) {
            return Optional.of("it has no line_items");
        }
        return Optional.empty();
    }

    private static List<Line> lines(JsonNode order) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : order.path("line_items")) {
            String sku = line.path("sku").asText("").strip();
            lines.add(
                    new Line(
                            sku.isEmpty() || sku.equals("null")
                                    ? Optional.empty()
                                    : Optional.of(sku),
                            line.path("title").asText("(no title)"),
                            Math.max(0, line.path("quantity").asInt()),
                            Math.max(0, line.path("grams").asInt())));
        }
        return lines;
    }
}
