package io.fulfillx.backend.carriers;

import io.fulfillx.backend.carriers.simulator.SimulatorCarrier;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every carrier, one line each. */
public final class CarrierCatalog {
    private final List<Carrier> carriers;

    public CarrierCatalog(HttpClient http) {
        carriers = List.of(SimulatorCarrier.over(http));
    }

    /** A client as carriers need it: HTTP/1.1, two seconds to connect, no redirects. */
    public static HttpClient httpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    public Optional<Carrier> find(String code) {
        return carriers.stream().filter(carrier -> carrier.code().equals(code)).findFirst();
    }

    public List<Carrier> all() {
        return carriers;
    }
}
