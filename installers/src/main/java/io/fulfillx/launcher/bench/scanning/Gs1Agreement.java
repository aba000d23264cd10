package io.fulfillx.launcher.bench.scanning;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.scanner.gs1.DigitalLink;
import io.fulfillx.scanner.gs1.DigitalLink.Reading;
import io.fulfillx.scanner.gs1.Gs1Carrier;
import io.fulfillx.scanner.gs1.Gs1Message;
import io.fulfillx.scanner.gs1.ScanData;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether we say the same as the published vectors; each difference is named. */
final class Gs1Agreement implements Measure {
    /**
     * One file of vectors.
     *
     * @param result the field that holds what must come out
     * @param ours what we make of a vector; empty when it is wrong
     */
    private record Kind(
            String name, String file, String result, Function<JsonNode, Optional<String>> ours) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(
                            "element strings",
                            "element-string-fnc1.jsonl",
                            "data",
                            Gs1Agreement::elementString),
                    new Kind(
                            "bracketed",
                            "element-string-bracketed.jsonl",
                            "unbracketed",
                            Gs1Agreement::bracketed),
                    new Kind(
                            "links read",
                            "digital-link-parse.jsonl",
                            "unbracketed",
                            Gs1Agreement::linkRead),
                    new Kind(
                            "links written",
                            "digital-link-generate.jsonl",
                            "uri",
                            Gs1Agreement::linkWritten),
                    new Kind("scans read", "scan-data-parse.jsonl", "data", Gs1Agreement::scanRead),
                    new Kind(
                            "scans written",
                            "scan-data-generate.jsonl",
                            "scan",
                            Gs1Agreement::scanWritten));

    @Override
    public String part() {
        return "gs1";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        List<BenchRow> rows = new ArrayList<>();
        int compared = 0;
        int other = 0;
        for (Kind kind : KINDS) {
            Gs1Vectors vectors = Gs1Vectors.read(kind.file());
            int agreeing = 0;
            for (JsonNode vector : vectors.byDefault()) {
                String ours = kind.ours().apply(vector).orElse("");
                if (ours.equals(expected(vector, kind.result()))) {
                    agreeing++;
                } else {
                    run.progress().say("differs: " + vector + ", ours: " + ours);
                }
            }
            for (JsonNode vector : vectors.otherSettings()) {
                run.progress().say("of other settings, not compared: " + vector);
            }
            int all = vectors.byDefault().size();
            compared += all;
            other += vectors.otherSettings().size();
            double share = all == 0 ? 0 : 100.0 * agreeing / all;
            rows.add(BenchRow.atLeast("GS1 vectors agreed, " + kind.name(), share, "%", 100));
        }
        rows.add(BenchRow.told("GS1 vectors compared", compared, "vectors"));
        rows.add(BenchRow.told("GS1 vectors of other settings", other, "vectors"));
        return rows;
    }

    /** A wrong vector must make us say nothing; of others, null stands for that. */
    private static String expected(JsonNode vector, String field) {
        boolean valid = vector.path("valid").asBoolean(true) && !vector.path(field).isNull();
        return valid ? vector.path(field).asText() : "";
    }

    /** A separator at the very end is allowed, but not written by us. */
    private static Optional<String> elementString(JsonNode vector) {
        String data = vector.path("data").asText();
        return Gs1Message.parse(data)
                .message()
                .filter(message -> data.startsWith(message.unbracketed()))
                .map(message -> data);
    }

    private static Optional<String> bracketed(JsonNode vector) {
        return Gs1Message.parseBracketed(vector.path("bracketed").asText())
                .message()
                .map(Gs1Message::unbracketed);
    }

    private static Optional<String> linkRead(JsonNode vector) {
        return switch (DigitalLink.parse(vector.path("uri").asText())) {
            case Reading.Read(DigitalLink link) -> Optional.of(link.message().unbracketed());
            case Reading.Wrong _ -> Optional.empty();
        };
    }

    private static Optional<String> linkWritten(JsonNode vector) {
        return Gs1Message.parseBracketed(vector.path("bracketed").asText())
                .message()
                .flatMap(message -> DigitalLink.of(message, vector.path("stem").asText()))
                .map(DigitalLink::uri);
    }

    private static Optional<String> scanRead(JsonNode vector) {
        return switch (ScanData.parse(vector.path("scan").asText())) {
            case ScanData.Coded coded -> Optional.of(coded.data());
            case ScanData.Plain plain -> Optional.of(plain.data());
            case ScanData.Wrong _ -> Optional.empty();
        };
    }

    private static Optional<String> scanWritten(JsonNode vector) {
        Gs1Carrier carrier =
                switch (vector.path("symbology").asText()) {
                    case "QR" -> Gs1Carrier.QR_CODE;
                    case "DM" -> Gs1Carrier.DATA_MATRIX;
                    case "DotCode" -> Gs1Carrier.DOT_CODE;
                    case "EAN13" -> Gs1Carrier.EAN_13;
                    case "EAN8" -> Gs1Carrier.EAN_8;
                    case "UPCA" -> Gs1Carrier.UPC_A;
                    case "UPCE" -> Gs1Carrier.UPC_E;
                    case "DataBarOmni" -> Gs1Carrier.DATABAR_OMNI;
                    case "DataBarLimited" -> Gs1Carrier.DATABAR_LIMITED;
                    case "DataBarExpanded" -> Gs1Carrier.DATABAR_EXPANDED;
                    default -> Gs1Carrier.GS1_128;
                };
        return ScanData.write(carrier, vector.path("data").asText());
    }
}
