package io.fulfillx.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.demo.Evidence.ShippedParcel;
import io.fulfillx.launcher.demo.ShiftChecks.Totals;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what was seen into {@code report.json}, {@code labels.jsonl} and {@code labels/}. */
final class MakeReport {
    private final List<Evidence> houses;
    private final JsonNode carrier;
    private final Shift.Result shift;

    /**
     * @param carrier the carrier's own totals
     */
    MakeReport(List<Evidence> houses, JsonNode carrier, Shift.Result shift) {
        this.houses = List.copyOf(houses);
        this.carrier = carrier;
        this.shift = shift;
    }

    ShiftReport make(boolean cutNetwork, Map<String, String> skippedFiles, double seconds) {
        List<OrderOutcome> orders =
                houses.stream().flatMap(house -> house.orders().stream()).toList();
        Totals totals = totals();
        return new ShiftReport(
                orders,
                orders.size(),
                count(orders, "shipped") + count(orders, "partly-shipped"),
                count(orders, "held"),
                totals.parcels(),
                carrier.path("bought").asInt(),
                totals.labelsPrinted(),
                (int) packed().stream().filter(ShippedParcel::trackingSent).count(),
                totals.packedOffline(),
                totals.duplicateShipments(),
                houses.stream().mapToLong(house -> house.stock().driftUnits()).sum(),
                houses.stream().mapToLong(house -> house.stock().oversoldUnits()).sum(),
                Math.round(seconds * 10) / 10.0,
                skippedFiles,
                ShiftChecks.of(houses, totals, shift, cutNetwork));
    }

    private static int count(List<OrderOutcome> orders, String outcome) {
        return (int) orders.stream().filter(order -> order.outcome().equals(outcome)).count();
    }

    private List<ShippedParcel> packed() {
        return houses.stream()
                .flatMap(house -> house.parcels().stream())
                .filter(ShippedParcel::packed)
                .toList();
    }

    private Totals totals() {
        int printed = 0;
        int offline = 0;
        int duplicates = 0;
        for (Evidence house : houses) {
            for (List<PrintedLabel> labels : house.labelsByNumber().values()) {
                printed += labels.isEmpty() ? 0 : 1;
                offline += labels.stream().anyMatch(this::isOffline) ? 1 : 0;
            }
            int repeated = house.shopNumbers().size() - new HashSet<>(house.shopNumbers()).size();
            duplicates += Math.max(repeated, house.shopDuplicates());
        }
        return new Totals(
                packed().size(), printed, offline, duplicates, carrier.path("duplicates").asInt());
    }

    /** Whether the label came out between the cut and the repair of the network. */
    private boolean isOffline(PrintedLabel label) {
        return shift.cutAt().isPresent()
                && label.at().isAfter(shift.cutAt().get())
                && shift.restoredAt().map(back -> label.at().isBefore(back)).orElse(true);
    }

    /** Writes everything into the folder. */
    void write(Path out, ShiftReport report) throws IOException {
        Path folder = Files.createDirectories(out.resolve("labels"));
        List<String> lines = new ArrayList<>();
        for (Evidence house : houses) {
            Map<String, List<PrintedLabel>> printed = house.labelsByNumber();
            for (ShippedParcel parcel : house.parcels()) {
                List<PrintedLabel> labels =
                        printed.getOrDefault(parcel.trackingNumber(), List.of());
                if (parcel.packed() && !labels.isEmpty()) {
                    PrintedLabel label = labels.getFirst();
                    Files.write(folder.resolve(parcel.trackingNumber() + ".zpl"), label.bytes());
                    lines.add(Json.text(line(house, parcel, label, labels.size())));
                }
            }
        }
        Files.write(out.resolve("labels.jsonl"), lines, StandardCharsets.UTF_8);
        Files.write(
                out.resolve("report.json"),
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
    }

    private static Map<String, Object> line(
            Evidence house, ShippedParcel parcel, PrintedLabel label, int copies) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("trackingNumber", parcel.trackingNumber());
        line.put("order", parcel.orderName());
        line.put("organization", house.house().slug());
        line.put("station", house.house().bench().stationId());
        line.put("printer", house.house().bench().printer().toString());
        line.put("sha256", label.sha256());
        line.put("copies", copies);
        line.put("printedAt", label.at().toString());
        return line;
    }
}
