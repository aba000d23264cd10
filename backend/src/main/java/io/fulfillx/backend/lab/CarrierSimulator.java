package io.fulfillx.backend.lab;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.lab.LabelBook.SoldLabel;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A parcel carrier: quotes, sells, finds and voids labels, and takes manifests of numbers that its
 * customers made. Like real ones it sells a second label for the same reference if it is asked to,
 * and counts that.
 *
 * <p>Faults: {@code limit} (HTTP 429), {@code busy} (HTTP 503 before any effect), {@code drop} (the
 * connection breaks after the label was sold or the manifest taken), {@code slow} (the answer comes
 * late).
 */
public final class CarrierSimulator implements AutoCloseable {
    private final Settings settings;
    private final LabelBook book;
    private final ManifestBook manifests = new ManifestBook();
    private final AtomicLong requests = new AtomicLong();
    private final WebServer server;

    /**
     * How the carrier behaves.
     *
     * @param port 0 for any free one
     * @param file where sold labels are kept; null for nowhere
     * @param latencyMillis median time an answer takes
     * @param slowMillis how much longer a slow one takes
     */
    public record Settings(
            int port,
            String apiKey,
            @Nullable Path file,
            FaultPlan faults,
            long latencyMillis,
            long slowMillis) {}

    /** Something the carrier will not do: HTTP 422. */
    private static final class Refusal extends RuntimeException {
        private final String code;

        Refusal(String code, String detail) {
            super(detail, null, false, false);
            this.code = code;
        }
    }

    private CarrierSimulator(Settings settings) {
        this.settings = settings;
        this.book = new LabelBook(settings.file);
        this.server =
                LabServer.start(
                        settings.port,
                        HttpRouting.builder()
                                .error(
                                        Refusal.class,
                                        (request, response, refusal) ->
                                                LabServer.send(
                                                        response,
                                                        422,
                                                        Map.of(
                                                                "code",
                                                                refusal.code,
                                                                "detail",
                                                                String.valueOf(
                                                                        refusal.getMessage()))))
                                .post("/v1/rates", guarded(this::rates))
                                .post("/v1/labels", guarded(this::sell))
                                .get("/v1/labels", guarded(this::find))
                                .post("/v1/labels/{id}/void", guarded(this::voidLabel))
                                .post("/v1/manifests", guarded(this::manifest))
                                .get("/v1/admin/stats", this::stats)
                                .get("/v1/admin/manifests", this::manifests)
                                .get("/v1/admin/duplicates", this::duplicates));
    }

    public static CarrierSimulator start(Settings settings) {
        return new CarrierSimulator(settings);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The door: key, rate limit, overload, and the time everything takes. */
    private Handler guarded(Handler handler) {
        return (request, response) -> {
            requests.incrementAndGet();
            String key = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
            if (!key.equals("Bearer " + settings.apiKey)) {
                refuse(response, 401, "UNAUTHORIZED", "no such account");
            } else if (settings.faults.strikes("limit")) {
                response.header("Retry-After", "1");
                refuse(response, 429, "RATE_LIMITED", "too many requests");
            } else if (settings.faults.strikes("busy")) {
                refuse(response, 503, "BUSY", "try again later");
            } else {
                LabServer.pause(settings.faults.latencyMillis(settings.latencyMillis));
                handler.handle(request, response);
            }
        };
    }

    private static void refuse(ServerResponse response, int status, String code, String detail) {
        LabServer.send(response, status, Map.of("code", code, "detail", detail));
    }

    private void rates(ServerRequest request, ServerResponse response) {
        CarrierParcel parcel = CarrierParcel.read(LabServer.json(LabServer.body(request)));
        slowDown();
        LabServer.send(response, 200, Map.of("rates", CarrierTariff.quotes(parcel)));
    }

    private void sell(ServerRequest request, ServerResponse response) {
        JsonNode body = LabServer.json(LabServer.body(request));
        CarrierParcel parcel = CarrierParcel.read(body);
        CarrierTariff.Quote quote = accept(parcel, body.path("service").asText());
        SoldLabel label = book.sell(number -> print(parcel, quote, number));
        if (settings.faults.strikes("drop")) {
            throw new CloseConnectionException("dropped on purpose after the sale");
        }
        slowDown();
        LabServer.send(response, 201, label);
    }

    private void slowDown() {
        if (settings.faults.strikes("slow")) {
            LabServer.pause(settings.slowMillis);
        }
    }

    private static CarrierTariff.Quote accept(CarrierParcel parcel, String service) {
        if (parcel.reference().isBlank() || parcel.reference().length() > 60) {
            throw new Refusal("REFERENCE", "a reference has 1 to 60 characters");
        }
        if (!parcel.to().isComplete() || !parcel.from().isComplete()) {
            throw new Refusal("ADDRESS_INCOMPLETE", "name, street, city and country are needed");
        }
        CarrierTariff.Quote quote =
                CarrierTariff.quote(parcel, service)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                "SERVICE_UNAVAILABLE",
                                                service + " does not take this parcel there"));
        if (parcel.to().isBox() && !quote.poBox()) {
            throw new Refusal("PO_BOX", service + " does not deliver to post office boxes");
        }
        return quote;
    }

    private static SoldLabel print(
            CarrierParcel parcel, CarrierTariff.Quote quote, String trackingNumber) {
        LabelFace face = LabelFace.of(parcel, quote, trackingNumber);
        return new SoldLabel(
                UUID.randomUUID().toString(),
                parcel.reference(),
                trackingNumber,
                quote.service(),
                quote.amountMinor(),
                quote.currency(),
                LabelPages.zpl(face),
                LabelPages.pdf(face),
                false);
    }

    private void find(ServerRequest request, ServerResponse response) {
        String reference = request.query().first("reference").orElse("");
        LabServer.send(response, 200, Map.of("labels", book.find(reference)));
    }

    private void voidLabel(ServerRequest request, ServerResponse response) {
        String id = request.path().pathParameters().get("id");
        SoldLabel label =
                book.voidLabel(id).orElseThrow(() -> new Refusal("UNKNOWN_LABEL", "no such label"));
        LabServer.send(response, 200, Map.of("id", label.id(), "voided", true));
    }

    private void manifest(ServerRequest request, ServerResponse response) {
        ManifestBook.Answer answer = manifests.take(LabServer.json(LabServer.body(request)));
        if (settings.faults.strikes("drop")) {
            throw new CloseConnectionException("dropped on purpose after the manifest");
        }
        slowDown();
        LabServer.send(response, 200, answer);
    }

    private void manifests(ServerRequest request, ServerResponse response) {
        LabServer.send(response, 200, manifests.totals());
    }

    private void stats(ServerRequest request, ServerResponse response) {
        LabelBook.Totals totals = book.totals();
        LabServer.send(
                response,
                200,
                Map.of(
                        "bought",
                        totals.bought(),
                        "voided",
                        totals.voided(),
                        "duplicates",
                        totals.duplicates(),
                        "requests",
                        requests.get()));
    }

    private void duplicates(ServerRequest request, ServerResponse response) {
        List<String> references = book.doubledReferences();
        LabServer.send(
                response,
                200,
                Map.of("count", book.totals().duplicates(), "references", references));
    }

    @Override
    public void close() {
        server.stop();
        book.close();
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Arguments()).execute(args));
    }

    @Command(
            name = "carrier-simulator",
            mixinStandardHelpOptions = true,
            description = "Plays a parcel carrier over HTTP.")
    private static final class Arguments implements Runnable {
        @Option(names = "--port", defaultValue = "0", description = "0 for any free port")
        private int port;

        @Option(names = "--api-key", defaultValue = "demo-carrier-key")
        private String apiKey = "";

        @Option(names = "--file", description = "keeps sold labels over a restart")
        private @Nullable Path file;

        @Option(names = "--faults", defaultValue = "", description = "name=chance,…")
        private String faults = "";

        @Option(names = "--seed", defaultValue = "1")
        private long seed;

        @Option(names = "--latency-ms", defaultValue = "15", description = "median answer time")
        private long latencyMillis;

        @Option(names = "--slow-ms", defaultValue = "4000", description = "added by the slow fault")
        private long slowMillis;

        @Override
        public void run() {
            CarrierSimulator simulator =
                    start(
                            new Settings(
                                    port,
                                    apiKey,
                                    file,
                                    FaultPlan.parse(faults, seed),
                                    latencyMillis,
                                    slowMillis));
            LabServer.announce(simulator.server.port(), simulator::close);
        }
    }
}
