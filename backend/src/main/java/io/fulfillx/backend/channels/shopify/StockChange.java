package io.fulfillx.backend.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.channels.PublishOutcome;
import io.fulfillx.backend.channels.PublishOutcome.Figure;
import io.fulfillx.backend.channels.StockFigure;
import io.fulfillx.backend.channels.StockFigures;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.wire.Json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What has to be changed in the shop, and what is known of the other figures. */
final class StockChange {
    private static final Set<String> OVERTAKEN =
            Set.of(
                    "CHANGE_FROM_QUANTITY_STALE",
                    "COMPARE_QUANTITY_STALE",
                    "IDEMPOTENCY_CONCURRENT_REQUEST",
                    "IDEMPOTENCY_KEY_PARAMETER_MISMATCH");

    private final String source;
    private final Map<Sku, Figure> settled = new HashMap<>();
    private final List<Sku> changing = new ArrayList<>();
    private final List<Map<String, Object>> quantities = new ArrayList<>();

    private StockChange(String source) {
        this.source = source;
    }

    /**
     * @param nodes the inventory items that the shop found
     */
    static StockChange of(StockFigures figures, String location, JsonNode nodes) {
        StockChange change = new StockChange(figures.key());
        for (StockFigure figure : figures.figures()) {
            List<JsonNode> found = new ArrayList<>();
            for (JsonNode node : nodes) {
                if (node.path("sku").asText().equals(figure.sku().value())) {
                    found.add(node);
                }
            }
            change.add(figure, location, found);
        }
        return change;
    }

    private void add(StockFigure figure, String location, List<JsonNode> found) {
        if (found.isEmpty()) {
            settled.put(figure.sku(), new Figure.NotListed());
            return;
        }
        JsonNode item = found.getFirst();
        JsonNode shown = item.at("/inventoryLevel/quantities/0/quantity");
        if (found.size() > 1) {
            refuse(figure, "AMBIGUOUS_SKU", "Several items of the shop have this SKU.");
        } else if (!item.path("tracked").asBoolean(true)) {
            refuse(figure, "NOT_TRACKED", "The shop does not count this item.");
        } else if (!shown.isInt()) {
            refuse(figure, "NOT_STOCKED", "The shop does not keep this item at that location.");
        } else if (shown.intValue() == figure.units().units()) {
            settled.put(figure.sku(), new Figure.Shown());
        } else {
            changing.add(figure.sku());
            quantities.add(
                    Map.of(
                            "inventoryItemId",
                            item.path("id").asText(),
                            "locationId",
                            location,
                            "quantity",
                            figure.units().units(),
                            "changeFromQuantity",
                            shown.intValue()));
        }
    }

    private void refuse(StockFigure figure, String code, String detail) {
        settled.put(figure.sku(), new Figure.Refused(code, detail));
    }

    boolean isEmpty() {
        return changing.isEmpty();
    }

    Map<Sku, Figure> settled() {
        return settled;
    }

    Map<String, Object> input() {
        return Map.of(
                "name",
                "available",
                "reason",
                "correction",
                "referenceDocumentUri",
                "gid://fulfillx/StockUpdate/" + key(),
                "quantities",
                quantities);
    }

    /** Of the figures and of what they are changed from: another change has another key. */
    String key() {
        List<Object> all = List.of(source, quantities.stream().map(Json::text).sorted().toList());
        return UUID.nameUUIDFromBytes(Json.bytes(all)).toString();
    }

    /** Shopify takes all of them or none. */
    PublishOutcome answered(JsonNode userErrors) {
        Map<Sku, Figure> all = new HashMap<>(settled);
        for (JsonNode error : userErrors) {
            String code = error.path("code").asText("USER_ERROR");
            String message = error.path("message").asText("no message");
            int index = error.at("/field/2").asInt(-1);
            if (index < 0 || index >= changing.size()) {
                return OVERTAKEN.contains(code)
                        ? new PublishOutcome.Retry(code, Optional.empty())
                        : new PublishOutcome.Rejected(code, message);
            }
            all.put(
                    changing.get(index),
                    OVERTAKEN.contains(code)
                            ? new Figure.Again(code)
                            : new Figure.Refused(code, message));
        }
        Figure rest =
                userErrors.isEmpty()
                        ? new Figure.Shown()
                        : new Figure.Again("Sent with another that was refused.");
        changing.forEach(sku -> all.putIfAbsent(sku, rest));
        return new PublishOutcome.Told(all);
    }
}
