package io.fulfillx.backend.carriers.simulator;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.carriers.CarrierAccount;
import io.fulfillx.backend.carriers.CarrierManifest;
import io.fulfillx.backend.carriers.ClosesManifests;
import io.fulfillx.backend.carriers.ManifestOutcome;
import io.fulfillx.backend.carriers.ManifestOutcome.Refusal;
import io.fulfillx.backend.carriers.simulator.SimulatorClient.Answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Manifests of the carrier simulator. */
final class SimulatorManifests implements ClosesManifests {
    private final SimulatorClient client;

    SimulatorManifests(SimulatorClient client) {
        this.client = client;
    }

    @Override
    public ManifestOutcome close(
            CarrierAccount account, CarrierManifest manifest, Duration deadline) {
        Object wire = SimulatorWire.manifest(manifest);
        return switch (client.call(account, "/v1/manifests", wire, deadline)) {
            case Answer.Done(var body) -> taken(body);
            case Answer.Refused(_, var code, var detail) ->
                    new ManifestOutcome.Declined(code + ": " + detail);
            case Answer.NotReached(var reason, _) -> new ManifestOutcome.Unknown(reason);
            case Answer.Lost(var reason) -> new ManifestOutcome.Unknown(reason);
        };
    }

    private static ManifestOutcome taken(JsonNode body) {
        List<Refusal> refusals = new ArrayList<>();
        try {
            body.path("refused").forEach(line -> refusals.add(SimulatorWire.refusal(line)));
        } catch (IllegalArgumentException e) {
            return new ManifestOutcome.Unknown("unreadable answer: " + e.getMessage());
        }
        return new ManifestOutcome.Taken(refusals);
    }
}
