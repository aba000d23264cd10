package io.fulfillx.backend.carriers.simulator;

import io.fulfillx.backend.carriers.Carrier;

import java.net.URI;
import java.net.http.HttpClient;

/** The carrier simulator, with everything it can do. */
public final class SimulatorCarrier {
    public static final String CODE = "simulator";

    private SimulatorCarrier() {}

    public static Carrier over(HttpClient http) {
        SimulatorClient client = new SimulatorClient(http);
        SimulatorLabels labels = new SimulatorLabels(client);
        return new Carrier(
                CODE,
                "FX Parcel",
                new SimulatorRates(client),
                labels,
                labels,
                labels,
                new SimulatorManifests(client),
                number -> URI.create("https://track.fxparcel.example/" + number));
    }
}
