package io.fulfillx.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.api.ApiProblem;
import io.fulfillx.launcher.demo.Evidence.ShippedParcel;
import io.fulfillx.launcher.demo.Evidence.Stock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks server, shop and printer of one house what they saw. */
final class GatherEvidence {
    private static final Duration TRACKING = Duration.ofSeconds(90);

    private final House house;

    GatherEvidence(House house) {
        this.house = house;
    }

    /** Waits until every packed parcel's number was sent to the shop, as long as that may take. */
    boolean awaitTracking() {
        return Patience.until(
                TRACKING,
                () ->
                        parcels(Map.of()).stream()
                                .filter(ShippedParcel::packed)
                                .allMatch(ShippedParcel::trackingSent));
    }

    /**
     * @param sent every order that was sent, with repetitions
     */
    Evidence gather(List<DemoOrder> sent) {
        Map<String, DemoOrder> distinct = new LinkedHashMap<>();
        sent.forEach(order -> distinct.putIfAbsent(order.channelOrderId(), order));
        Map<String, JsonNode> details = details();
        Map<String, String> names = new LinkedHashMap<>();
        details.forEach((id, detail) -> names.put(id, detail.path("name").asText()));
        List<ShippedParcel> parcels = parcels(names);
        List<OrderOutcome> outcomes = new ArrayList<>(outcomes(details, parcels));
        Set<String> known =
                outcomes.stream().map(OrderOutcome::channelOrderId).collect(Collectors.toSet());
        distinct.values().stream()
                .filter(order -> !known.contains(order.channelOrderId()))
                .map(this::refused)
                .forEach(outcomes::add);
        JsonNode fulfillments = house.shop().fulfillments();
        List<String> numbers = new ArrayList<>();
        fulfillments
                .path("fulfillments")
                .forEach(each -> numbers.add(each.path("trackingNumber").asText()));
        JsonNode check = house.api().get("/api/v1/stock/check");
        return new Evidence(
                house,
                List.copyOf(distinct.keySet()),
                outcomes,
                parcels,
                numbers,
                fulfillments.path("duplicates").asInt(),
                PrintedLabel.all(house.bench().printed()),
                new Stock(check.path("driftUnits").asLong(), check.path("oversoldUnits").asLong()));
    }

    /** Every order of the house, by the server's id. */
    private Map<String, JsonNode> details() {
        Map<String, JsonNode> details = new LinkedHashMap<>();
        for (JsonNode order : house.api().all("/api/v1/orders")) {
            String id = order.path("orderId").asText();
            details.put(id, house.api().get("/api/v1/orders/" + id));
        }
        return details;
    }

    private List<ShippedParcel> parcels(Map<String, String> names) {
        return house.api().all("/api/v1/shipments").stream()
                .map(
                        parcel ->
                                new ShippedParcel(
                                        parcel.path("parcelId").asText(),
                                        parcel.path("orderId").asText(),
                                        names.getOrDefault(parcel.path("orderId").asText(), ""),
                                        parcel.path("trackingNumber").asText(""),
                                        parcel.path("state").asText(),
                                        parcel.path("trackingSent").asBoolean(),
                                        parcel.path("problem").asText("")))
                .toList();
    }

    private static List<OrderOutcome> outcomes(
            Map<String, JsonNode> details, List<ShippedParcel> parcels) {
        List<OrderOutcome> outcomes = new ArrayList<>();
        details.forEach(
                (id, detail) -> {
                    List<ShippedParcel> own =
                            parcels.stream().filter(each -> each.orderId().equals(id)).toList();
                    outcomes.add(
                            OrderOutcome.of(
                                    detail,
                                    own.stream()
                                            .filter(ShippedParcel::packed)
                                            .map(ShippedParcel::trackingNumber)
                                            .toList(),
                                    own.stream()
                                            .filter(each -> !each.packed())
                                            .map(ShippedParcel::obstacle)
                                            .filter(each -> !each.isEmpty() && !each.equals("null"))
                                            .toList()));
                });
        return outcomes;
    }

    /** An order the server kept as a dead letter: asks once more, to learn why. */
    private OrderOutcome refused(DemoOrder order) {
        String why;
        try {
            JsonNode result =
                    house.api()
                            .post(
                                    "/api/v1/channels/" + house.channelId() + "/orders/import",
                                    order.body())
                            .path("results")
                            .path(0);
            why =
                    result.path("outcome").asText()
                            + " at \""
                            + result.path("pointer").asText()
                            + "\": "
                            + result.path("detail").asText();
        } catch (ApiProblem problem) {
            why = String.valueOf(problem.getMessage());
        }
        return new OrderOutcome(
                order.channelOrderId(),
                order.name(),
                "held",
                "kept as a dead letter, " + why,
                List.of());
    }
}
