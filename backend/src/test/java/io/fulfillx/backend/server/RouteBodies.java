package io.fulfillx.backend.server;

import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.wire.Json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is sent to routes that take ids; {@code {orderId}} stands for one. */
final class RouteBodies {
    private RouteBodies() {}

    /** Bodies that come past the checks of their form, for routes that check it first. */
    static List<String> of(Route route) {
        String path = route.path();
        if (path.endsWith("/split") || path.endsWith("/cancel-lines")) {
            return List.of(
                    "{\"lines\":[{\"lineId\":\"{lineId}\",\"quantity\":1}],\"reason\":\"Look.\"}");
        } else if (path.endsWith("/merge")) {
            return List.of("{\"fulfillmentOrderId\":\"{fulfillmentOrderId}\"}");
        } else if (path.endsWith("/fulfillment-orders/{fulfillmentOrderId}/move")) {
            return List.of("{\"warehouse\":\"MAIN\"}");
        } else if (path.endsWith("/schedule")) {
            return List.of("{\"fulfillAt\":\"2999-01-01T00:00:00Z\"}");
        } else if (path.endsWith("/address")) {
            return List.of(
                    "{\"shipTo\":{\"name\":\"A\",\"line1\":\"B\",\"city\":\"C\","
                            + "\"countryCode\":\"US\"},\"reason\":\"Look.\"}");
        } else if (path.endsWith("/quantity")) {
            return List.of("{\"quantity\":9,\"reason\":\"Look.\"}");
        } else if (path.endsWith("/backorder-policy")) {
            return List.of("{\"policy\":\"ASK\",\"reason\":\"Look.\"}");
        } else if (path.endsWith("/cancel/confirm")) {
            return List.of("{\"reason\":\"Look.\"}");
        } else if (path.endsWith("/journey")) {
            return List.of("{\"event\":\"HAND_OVER\"}");
        } else if (path.endsWith("/notes") || path.endsWith("/notes/{noteId}")) {
            return List.of("{\"text\":\"Look.\"}");
        } else if (path.endsWith("/tags")) {
            return List.of("{\"add\":[\"vip\"]}");
        } else if (path.endsWith("/cancel-newer")) {
            return List.of("{\"reason\":\"Look.\"}");
        } else if (path.endsWith("/holds") || path.endsWith("/cancel")) {
            return List.of("{\"reason\":\"Look.\"}");
        } else if (path.endsWith("/resolve")) {
            return List.of("{\"resolution\":\"NOTED\"}", "{\"resolution\":\"SHIP_ANYWAY\"}");
        } else if (path.endsWith("/waves/{waveId}/print-batches")) {
            return List.of("{\"printerIds\":[\"{printerId}\"]}");
        } else if (path.endsWith("/shipments/{parcelId}/move")) {
            return List.of("{\"stationId\":\"{stationId}\",\"reason\":\"Look.\"}");
        } else if (path.endsWith("/move")) {
            return List.of("{\"fromPrinterId\":\"{printerId}\",\"toPrinterId\":\"{printerId}\"}");
        } else if (path.endsWith("/reprint")) {
            return List.of("{\"reason\":\"Look.\"}");
        } else if (path.endsWith("/reverse") || path.endsWith("/close")) {
            return List.of("{\"reason\":\"Look.\"}");
        } else if (path.endsWith("/result")) {
            return List.of("{\"counted\":1}");
        } else if (path.endsWith("/receive")) {
            return List.of("{\"quantity\":1}");
        } else if (path.endsWith("/items/{itemId}")) {
            return List.of("{\"version\":1,\"sku\":\"X\",\"title\":\"X\"}");
        } else if (path.endsWith("/confirm")) {
            return List.of("{\"cameOut\":true}");
        } else if (path.endsWith("/printers/{printerId}")) {
            return List.of("{\"name\":\"X\",\"address\":\"tcp://10.0.0.7:9100\"}");
        } else if (path.endsWith("/orders/import")) {
            return List.of(Json.text(PaidOrder.of(1, Map.of("MUG", 1))));
        }
        return List.of();
    }

    /** Requests whose ids stand in the query or in the body. */
    static Map<String, String> idsElsewhere(String slug) {
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("GET /api/v1/shipments?orderId={orderId}", "");
        requests.put("GET /api/v1/orders?channel={channelId}", "");
        requests.put("GET /api/v1/print-batches?waveId={waveId}", "");
        requests.put("POST /api/v1/waves", "{\"stationId\":\"{stationId}\",\"maxOrders\":5}");
        requests.put(
                "POST /api/v1/reservations",
                "{\"orderId\":\"{orderId}\",\"lines\":[{\"lineId\":\"{lineId}\","
                        + "\"sku\":\"MUG\",\"quantity\":1}]}");
        requests.put(
                "POST /api/v1/auth/station",
                "{\"organization\":\"%s\",\"stationId\":\"{stationId}\",\"secret\":\"x\"}"
                        .formatted(slug));
        requests.put("POST /api/v1/sync/commands", "");
        requests.put(
                "POST /api/v1/sync/journal-files",
                "{\"format\":1,\"stationId\":\"{stationId}\",\"epoch\":\"e\",\"commands\":[]}");
        return requests;
    }
}
