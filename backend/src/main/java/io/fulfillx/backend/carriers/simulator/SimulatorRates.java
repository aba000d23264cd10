package io.fulfillx.backend.carriers.simulator;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.carriers.CarrierAccount;
import io.fulfillx.backend.carriers.CarrierRate;
import io.fulfillx.backend.carriers.RateOutcome;
import io.fulfillx.backend.carriers.RatesParcels;
import io.fulfillx.backend.carriers.ShipmentSpec;
import io.fulfillx.backend.carriers.simulator.SimulatorClient.Answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Quotes of the carrier simulator. */
final class SimulatorRates implements RatesParcels {
    private final SimulatorClient client;

    SimulatorRates(SimulatorClient client) {
        this.client = client;
    }

    @Override
    public RateOutcome rates(CarrierAccount account, ShipmentSpec spec, Duration deadline) {
        return switch (client.call(account, "/v1/rates", SimulatorWire.parcel(spec), deadline)) {
            case Answer.Done(var body) -> rated(body);
            case Answer.Refused(_, var code, var detail) -> new RateOutcome.Declined(code, detail);
            case Answer.NotReached(var reason, var after) ->
                    new RateOutcome.Unavailable(reason, after);
            case Answer.Lost(var reason) -> unavailable(reason);
        };
    }

    private static RateOutcome rated(JsonNode body) {
        List<CarrierRate> rates = new ArrayList<>();
        try {
            body.path("rates").forEach(rate -> rates.add(SimulatorWire.rate(rate)));
        } catch (IllegalArgumentException e) {
            return unavailable("unreadable rates: " + e.getMessage());
        }
        return new RateOutcome.Rated(rates);
    }

    private static RateOutcome unavailable(String reason) {
        return new RateOutcome.Unavailable(reason, Optional.empty());
    }
}
