package io.fulfillx.backend.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.channels.ConfirmOutcome;
import io.fulfillx.backend.channels.ConfirmOutcome.AlreadyConfirmed;
import io.fulfillx.backend.channels.ConfirmOutcome.Confirmed;
import io.fulfillx.backend.channels.ConfirmOutcome.Rejected;
import io.fulfillx.backend.channels.ConfirmOutcome.Retry;
import io.fulfillx.backend.channels.ConfirmsShipments;
import io.fulfillx.backend.channels.ShipmentConfirmation;
import io.fulfillx.backend.channels.ShipmentConfirmation.Tracking;
import io.fulfillx.backend.channels.ShopConnection;
import io.fulfillx.backend.channels.shopify.ShopifyGraphql.Reply;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Confirms a shipment with Shopify's {@code fulfillmentCreate} (Admin GraphQL 2026-01). Looks first
 * whether the tracking number is there already, because an earlier answer may have been lost.
 */
final class ShopifyFulfillments implements ConfirmsShipments {
    static final String LOOK_UP =
            """
            query FulfillmentOrders($id: ID!, $after: String) {
              order(id: $id) {
                id
                fulfillments(first: 100) { id status trackingInfo(first: 20) { number } }
                fulfillmentOrders(first: 3, after: $after) {
                  pageInfo { hasNextPage endCursor }
                  nodes {
                    id
                    status
                    lineItems(first: 250) {
                      pageInfo { hasNextPage }
                      nodes { id remainingQuantity lineItem { id } }
                    }
                  }
                }
              }
            }
            """;

    static final String CREATE =
            """
            mutation Fulfill($fulfillment: FulfillmentInput!) {
              fulfillmentCreate(fulfillment: $fulfillment) {
                fulfillment { id status }
                userErrors { field message }
              }
            }
            """;

    private static final Set<String> DEAD = Set.of("CANCELLED", "ERROR", "FAILURE");

    private final ShopifyGraphql graphql;

    ShopifyFulfillments(ShopifyGraphql graphql) {
        this.graphql = graphql;
    }

    @Override
    public ConfirmOutcome confirm(
            ShopConnection shop, ShipmentConfirmation confirmation, Duration deadline) {
        return new Conversation(shop, confirmation, System.nanoTime() + deadline.toNanos()).hold();
    }

    /** One confirmation, from look-up to creation, within one deadline. */
    private final class Conversation {
        private final ShopConnection shop;
        private final ShipmentConfirmation confirmation;
        private final long endNanos;
        private final FulfillmentPlan plan;

        /** A fulfillment that names the parcel beside another one. */
        private @Nullable String beside;

        Conversation(ShopConnection shop, ShipmentConfirmation confirmation, long endNanos) {
            this.shop = shop;
            this.confirmation = confirmation;
            this.endNanos = endNanos;
            this.plan = new FulfillmentPlan(confirmation.lines());
        }

        ConfirmOutcome hold() {
            Map<String, Object> variables = new HashMap<>();
            variables.put("id", "gid://shopify/Order/" + confirmation.channelOrderId());
            while (true) {
                JsonNode order;
                switch (call(LOOK_UP, variables)) {
                    case Reply.Later(var reason, var after) -> {
                        return new Retry(reason, after);
                    }
                    case Reply.Refused(var code, var detail) -> {
                        return new Rejected(code, detail);
                    }
                    case Reply.Data(var data) -> order = data.path("order");
                }
                Optional<ConfirmOutcome> settled = settled(order);
                if (settled.isPresent()) {
                    return settled.get();
                }
                order.at("/fulfillmentOrders/nodes").forEach(plan::offer);
                JsonNode page = order.at("/fulfillmentOrders/pageInfo");
                if (plan.isComplete() || !page.path("hasNextPage").asBoolean()) {
                    return create();
                }
                variables.put("after", page.path("endCursor").asText());
            }
        }

        private Optional<ConfirmOutcome> settled(JsonNode order) {
            if (!order.isObject()) {
                return Optional.of(
                        new Rejected(
                                "ORDER_NOT_FOUND",
                                "the shop has no order " + confirmation.channelOrderId()));
            }
            for (JsonNode fulfillment : order.path("fulfillments")) {
                if (!DEAD.contains(fulfillment.path("status").asText())) {
                    String id = fulfillment.path("id").asText();
                    String wanted = confirmation.trackingNumber().value();
                    JsonNode known = fulfillment.path("trackingInfo");
                    if (known.path(0).path("number").asText().equals(wanted)) {
                        return Optional.of(new AlreadyConfirmed(id));
                    }
                    // With the rest of a kit it is named behind the parcel that completed it.
                    for (JsonNode tracking : known) {
                        if (tracking.path("number").asText().equals(wanted)) {
                            beside = id;
                        }
                    }
                }
            }
            return Optional.empty();
        }

        private ConfirmOutcome create() {
            if (!plan.isComplete()) {
                return beside == null
                        ? new Rejected("NOT_FULFILLABLE", plan.shortage())
                        : new AlreadyConfirmed(beside);
            }
            Map<String, Object> fulfillment =
                    Map.of(
                            "lineItemsByFulfillmentOrder",
                            plan.lineItemsByFulfillmentOrder(),
                            "trackingInfo",
                            tracking(),
                            "notifyCustomer",
                            true);
            return switch (call(CREATE, Map.of("fulfillment", fulfillment))) {
                case Reply.Later(var reason, var after) -> new Retry(reason, after);
                case Reply.Refused(var code, var detail) -> new Rejected(code, detail);
                case Reply.Data(var data) -> created(data.path("fulfillmentCreate"));
            };
        }

        /** The parcel itself stands first. */
        private Map<String, Object> tracking() {
            Map<String, Object> tracking = new HashMap<>();
            tracking.put("company", confirmation.carrierName());
            URI url = confirmation.trackingUrl();
            if (confirmation.earlier().isEmpty()) {
                tracking.put("number", confirmation.trackingNumber().value());
                if (url != null) {
                    tracking.put("url", url.toString());
                }
                return tracking;
            }
            List<String> numbers = new ArrayList<>();
            List<String> urls = new ArrayList<>();
            Stream.concat(
                            Stream.of(new Tracking(confirmation.trackingNumber(), url)),
                            confirmation.earlier().stream())
                    .forEach(
                            each -> {
                                numbers.add(each.number().value());
                                urls.add(Objects.toString(each.url(), ""));
                            });
            tracking.put("numbers", numbers);
            // Numbers and addresses belong together by their place.
            if (!urls.contains("")) {
                tracking.put("urls", urls);
            }
            return tracking;
        }

        private ConfirmOutcome created(JsonNode payload) {
            List<String> errors = new ArrayList<>();
            payload.path("userErrors")
                    .forEach(error -> errors.add(error.path("message").asText("no message")));
            if (!errors.isEmpty()) {
                return new Rejected("USER_ERROR", String.join("; ", errors));
            }
            String id = payload.at("/fulfillment/id").asText();
            return id.isEmpty()
                    ? new Retry("the answer names no fulfillment", Optional.empty())
                    : new Confirmed(id);
        }

        private Reply call(String query, Map<String, ?> variables) {
            Duration left = Duration.ofNanos(endNanos - System.nanoTime());
            return graphql.call(shop, query, variables, left);
        }
    }
}
