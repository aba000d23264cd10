package io.fulfillx.backend.printing;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.printing.virtual.PrintedLabel;
import io.fulfillx.printing.virtual.VirtualPrinter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** A floor with waves to print, and virtual printers that remember what came out. */
final class PrintShop implements AutoCloseable {
    private static final String API = "/api/v1";

    private final Floor floor = new Floor(TestBackend.assembly());
    private final List<Machine> machines = new ArrayList<>();

    /** A virtual printer on the server's list. */
    record Machine(String id, VirtualPrinter device, List<PrintedLabel> paper) {
        /** Which of the numbers came out, in that order, once for each sheet. */
        List<String> numbers(List<String> known) {
            return paper.stream()
                    .map(label -> new String(label.bytes(), StandardCharsets.UTF_8))
                    .map(
                            text ->
                                    known.stream()
                                            .filter(text::contains)
                                            .findFirst()
                                            .orElse("unknown"))
                    .toList();
        }
    }

    PrintShop() {
        // The walk goes by location, not by the order in which the orders came.
        floor.item("CUP", 300, 1000, "C-03");
        floor.item("MUG", 300, 1000, "A-01");
        floor.item("PAN", 300, 1000, "B-02");
    }

    Floor floor() {
        return floor;
    }

    /** A wave of three orders for each round. */
    String wave(int rounds) {
        for (int i = 0; i < rounds; i++) {
            var _ = floor.order("CUP", 1);
            var _ = floor.order("MUG", 1);
            var _ = floor.order("PAN", 1);
        }
        return floor.wave();
    }

    /** The wave's tracking numbers in walking order, as the one stream of all labels has them. */
    List<String> walk(String wave) {
        Answer all = floor.admin().get(API + "/waves/" + wave + "/labels.zpl");
        String text = new String(all.body(), StandardCharsets.UTF_8);
        return shipments()
                .filter(shipment -> shipment.path("waveId").asText().equals(wave))
                .map(shipment -> shipment.path("trackingNumber").asText())
                .sorted(Comparator.comparingInt(text::indexOf))
                .toList();
    }

    private Stream<JsonNode> shipments() {
        return floor.get("/shipments?limit=200").path("items").valueStream();
    }

    JsonNode shipment(String trackingNumber) {
        return shipments()
                .filter(each -> each.path("trackingNumber").asText().equals(trackingNumber))
                .findFirst()
                .orElseThrow();
    }

    /** Makes a label one of which nobody knows whether it came out. */
    void doubt(String labelPath) {
        UUID label = UUID.fromString(labelPath.substring(labelPath.lastIndexOf('/') + 1));
        boolean _ =
                TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(
                                floor.org(),
                                tx -> {
                                    new PrintLabelStore()
                                            .end(
                                                    tx,
                                                    label,
                                                    PrintLabelState.UNKNOWN,
                                                    "",
                                                    "no evidence",
                                                    Instant.now());
                                    return true;
                                });
    }

    Machine machine(String name, double labelsPerSecond) {
        return machine(
                labelsPerSecond,
                address ->
                        floor.created(
                                        "/printers",
                                        Map.of("name", name, "address", address.toString()))
                                .path("printerId")
                                .asText());
    }

    /**
     * @param setUp puts the address on the server's list and returns the printer's id
     */
    Machine machine(double labelsPerSecond, Function<URI, String> setUp) {
        List<PrintedLabel> paper = new CopyOnWriteArrayList<>();
        try {
            VirtualPrinter device = VirtualPrinter.onTcp(0, paper::add);
            device.labelsPerSecond(labelsPerSecond);
            Machine machine = new Machine(setUp.apply(device.uri()), device, paper);
            machines.add(machine);
            return machine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode start(String wave, Machine... printers) {
        return floor.created(
                "/waves/" + wave + "/print-batches", Map.of("printerIds", ids(printers)));
    }

    static List<String> ids(Machine... printers) {
        return List.of(printers).stream().map(Machine::id).toList();
    }

    Answer ask(String path, Object body) {
        return floor.admin().post(API + path, body);
    }

    JsonNode batch(JsonNode batch) {
        return floor.get(path(batch));
    }

    static String path(JsonNode batch) {
        return "/print-batches/" + batch.path("printBatchId").asText();
    }

    List<JsonNode> labels(JsonNode batch) {
        return floor.get(path(batch) + "/labels?limit=200").path("items").valueStream().toList();
    }

    String labelPath(JsonNode batch, int index) {
        return path(batch) + "/labels/" + labels(batch).get(index).path("printLabelId").asText();
    }

    JsonNode done(JsonNode batch) {
        Floor.await(() -> batch(batch).path("state").asText().equals("DONE"));
        return batch(batch);
    }

    @Override
    public void close() {
        for (Machine machine : machines) {
            var _ = ask("/printers/" + machine.id() + "/archive", Map.of());
            machine.device().close();
        }
        machines.clear();
    }
}
