package io.fulfillx.backend.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.channels.PublishOutcome;
import io.fulfillx.backend.channels.PublishesStock;
import io.fulfillx.backend.channels.ShopConnection;
import io.fulfillx.backend.channels.StockFigure;
import io.fulfillx.backend.channels.StockFigures;
import io.fulfillx.backend.channels.shopify.ShopifyGraphql.Reply;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sets what can be sold with Shopify's {@code inventorySetQuantities} (Admin GraphQL 2026-01). It
 * reads what the shop shows first and says from which number it changes it: so a request that is
 * late on its way cannot undo a newer one, and what is right already is left alone.
 */
final class ShopifyStock implements PublishesStock {
    static final String LOCATIONS =
            """
            query StockLocations {
              locations(first: 2) { nodes { id } }
            }
            """;

    static final String LOOK_UP =
            """
            query StockItems($query: String!, $location: ID!) {
              inventoryItems(first: 250, query: $query) {
                pageInfo { hasNextPage }
                nodes {
                  id
                  sku
                  tracked
                  inventoryLevel(locationId: $location) {
                    quantities(names: ["available"]) { name quantity }
                  }
                }
              }
            }
            """;

    static final String SET =
            """
            mutation SetStock($input: InventorySetQuantitiesInput!, $key: String!) {
              inventorySetQuantities(input: $input) @idempotent(key: $key) {
                inventoryAdjustmentGroup { id }
                userErrors { field message code }
              }
            }
            """;

    private final ShopifyGraphql graphql;

    ShopifyStock(ShopifyGraphql graphql) {
        this.graphql = graphql;
    }

    @Override
    public PublishOutcome publish(ShopConnection shop, StockFigures figures, Duration deadline) {
        return new Conversation(shop, figures, System.nanoTime() + deadline.toNanos()).hold();
    }

    /** From the look-up to the change, within one deadline. */
    private final class Conversation {
        private final ShopConnection shop;
        private final StockFigures figures;
        private final long endNanos;

        Conversation(ShopConnection shop, StockFigures figures, long endNanos) {
            this.shop = shop;
            this.figures = figures;
            this.endNanos = endNanos;
        }

        PublishOutcome hold() {
            if (figures.place().isPresent()) {
                return at(figures.place().get());
            }
            return switch (call(LOCATIONS, Map.of())) {
                case Reply.Later later -> retry(later);
                case Reply.Refused(String code, String detail) -> rejected(code, detail);
                case Reply.Data(JsonNode data) -> onlyOne(data.at("/locations/nodes"));
            };
        }

        private PublishOutcome onlyOne(JsonNode locations) {
            return locations.size() == 1
                    ? at(locations.path(0).path("id").asText())
                    : rejected(
                            "WHICH_LOCATION",
                            "The shop has several locations or none; say which one is meant.");
        }

        private PublishOutcome at(String location) {
            Map<String, String> variables =
                    Map.of("query", search(figures.figures()), "location", location);
            return switch (call(LOOK_UP, variables)) {
                case Reply.Later later -> retry(later);
                case Reply.Refused(String code, String detail) -> rejected(code, detail);
                case Reply.Data(JsonNode data) -> set(location, data.path("inventoryItems"));
            };
        }

        private PublishOutcome set(String location, JsonNode items) {
            if (items.at("/pageInfo/hasNextPage").asBoolean()) {
                return rejected("TOO_MANY_ITEMS", "Too many items of the shop have these SKUs.");
            }
            StockChange change = StockChange.of(figures, location, items.path("nodes"));
            if (change.isEmpty()) {
                return new PublishOutcome.Told(change.settled());
            }
            Map<String, Object> variables = Map.of("input", change.input(), "key", change.key());
            return switch (call(SET, variables)) {
                case Reply.Later later -> retry(later);
                case Reply.Refused(String code, String detail) -> rejected(code, detail);
                case Reply.Data(JsonNode data) ->
                        change.answered(data.at("/inventorySetQuantities/userErrors"));
            };
        }

        private Reply call(String query, Map<String, ?> variables) {
            Duration left = Duration.ofNanos(endNanos - System.nanoTime());
            return graphql.call(shop, query, variables, left);
        }
    }

    /** Shopify's search is not exact; what it finds is compared with the SKUs afterwards. */
    private static String search(List<StockFigure> figures) {
        return figures.stream()
                .map(figure -> figure.sku().value().replace("\\", "\\\\").replace("\"", "\\\""))
                .map(sku -> "sku:\"" + sku + "\"")
                .collect(Collectors.joining(" OR "));
    }

    private static PublishOutcome retry(Reply.Later later) {
        return new PublishOutcome.Retry(later.reason(), later.retryAfter());
    }

    private static PublishOutcome rejected(String code, String detail) {
        return new PublishOutcome.Rejected(code, detail);
    }
}
