package io.fulfillx.backend.carriers.simulator;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.carriers.BuyOutcome;
import io.fulfillx.backend.carriers.BuysLabels;
import io.fulfillx.backend.carriers.CarrierAccount;
import io.fulfillx.backend.carriers.FindOutcome;
import io.fulfillx.backend.carriers.FindsLabels;
import io.fulfillx.backend.carriers.PurchasedLabel;
import io.fulfillx.backend.carriers.ShipmentSpec;
import io.fulfillx.backend.carriers.VoidOutcome;
import io.fulfillx.backend.carriers.VoidsLabels;
import io.fulfillx.backend.carriers.simulator.SimulatorClient.Answer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Labels of the carrier simulator: buy, find, void. */
final class SimulatorLabels implements BuysLabels, FindsLabels, VoidsLabels {
    private final SimulatorClient client;

    SimulatorLabels(SimulatorClient client) {
        this.client = client;
    }

    @Override
    public BuyOutcome buy(
            CarrierAccount account, ShipmentSpec spec, String service, Duration deadline) {
        Map<String, Object> order = SimulatorWire.parcel(spec);
        order.put("service", service);
        return switch (client.call(account, "/v1/labels", order, deadline)) {
            case Answer.Done(var body) -> bought(body);
            case Answer.Refused(_, var code, var detail) -> new BuyOutcome.Declined(code, detail);
            case Answer.NotReached(var reason, var after) ->
                    new BuyOutcome.NotReached(reason, after);
            case Answer.Lost(var reason) -> new BuyOutcome.Unknown(reason);
        };
    }

    /** An unreadable receipt still was a purchase, so it is not a failure. */
    private static BuyOutcome bought(JsonNode body) {
        try {
            return new BuyOutcome.Bought(SimulatorWire.label(body));
        } catch (IllegalArgumentException e) {
            return new BuyOutcome.Unknown("unreadable label: " + e.getMessage());
        }
    }

    @Override
    public FindOutcome find(CarrierAccount account, String reference, Duration deadline) {
        String path = "/v1/labels?reference=" + encoded(reference);
        return switch (client.call(account, path, null, deadline)) {
            case Answer.Done(var body) -> found(body);
            case Answer.Refused(_, var code, var detail) ->
                    new FindOutcome.Unavailable(code + ": " + detail);
            case Answer.NotReached(var reason, _) -> new FindOutcome.Unavailable(reason);
            case Answer.Lost(var reason) -> new FindOutcome.Unavailable(reason);
        };
    }

    private static FindOutcome found(JsonNode body) {
        List<PurchasedLabel> live = new ArrayList<>();
        try {
            for (JsonNode label : body.path("labels")) {
                if (!label.path("voided").booleanValue()) {
                    live.add(SimulatorWire.label(label));
                }
            }
        } catch (IllegalArgumentException e) {
            return new FindOutcome.Unavailable("unreadable label: " + e.getMessage());
        }
        return live.isEmpty()
                ? new FindOutcome.NotFound()
                : new FindOutcome.Found(live.getFirst(), live.subList(1, live.size()));
    }

    @Override
    public VoidOutcome voidLabel(
            CarrierAccount account, String carrierShipmentId, Duration deadline) {
        String path = "/v1/labels/" + encoded(carrierShipmentId) + "/void";
        return switch (client.call(account, path, Map.of(), deadline)) {
            case Answer.Done(_) -> new VoidOutcome.Voided();
            case Answer.Refused(_, var code, var detail) -> new VoidOutcome.Refused(code, detail);
            case Answer.NotReached(var reason, _) -> new VoidOutcome.Unavailable(reason);
            case Answer.Lost(var reason) -> new VoidOutcome.Unavailable(reason);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
