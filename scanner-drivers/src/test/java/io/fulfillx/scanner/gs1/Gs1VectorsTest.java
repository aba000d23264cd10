package io.fulfillx.scanner.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.wire.Json;
import io.fulfillx.scanner.gs1.DigitalLink.Reading;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Agreement with the published vectors under default settings, where they are at hand. */
class Gs1VectorsTest {
    private static Gs1Carrier carrier(String symbology) {
        return switch (symbology) {
            case "QR" -> Gs1Carrier.QR_CODE;
            case "DM" -> Gs1Carrier.DATA_MATRIX;
            case "DotCode" -> Gs1Carrier.DOT_CODE;
            case "EAN13" -> Gs1Carrier.EAN_13;
            case "EAN8" -> Gs1Carrier.EAN_8;
            case "UPCA" -> Gs1Carrier.UPC_A;
            case "GS1_128_CCA" -> Gs1Carrier.GS1_128;
            case "DataBarOmni" -> Gs1Carrier.DATABAR_OMNI;
            case "DataBarLimited" -> Gs1Carrier.DATABAR_LIMITED;
            case "DataBarExpanded" -> Gs1Carrier.DATABAR_EXPANDED;
            default -> throw new IllegalArgumentException(symbology);
        };
    }

    private static Path folder() {
        Path root = Path.of(System.getProperty("fulfillx.root", "."));
        String shared = System.getProperty("fulfillx.shared", root.resolve("../shared").toString());
        return Path.of(shared, "data", "gs1");
    }

    /** What we say to each vector, against what it says. */
    private static void assertAgreement(String file, String said, Function<JsonNode, String> ours)
            throws IOException {
        Path vectors = folder().resolve(file);
        assumeTrue(Files.isRegularFile(vectors), "no vectors at " + vectors);
        List<String> differing = new ArrayList<>();
        for (String line : Files.readAllLines(vectors)) {
            JsonNode vector = Json.mapper().readTree(line);
            boolean defaults = vector.get("settings").isEmpty();
            boolean valid = vector.path("valid").asBoolean(true);
            String expected = valid ? vector.get(said).asText() : "";
            String found = ours.apply(vector);
            if (defaults && !expected.replace("null", "").equals(found)) {
                differing.add(line + "\n  ours: " + found);
            }
        }
        assertEquals("", String.join("\n", differing));
    }

    private static String unbracketed(Gs1Outcome outcome) {
        return outcome.message().map(Gs1Message::unbracketed).orElse("");
    }

    @Test
    void elementStringsAreReadAsTheVectorsSay() throws IOException {
        assertAgreement(
                "element-string-fnc1.jsonl",
                "data",
                vector -> {
                    String data = vector.get("data").asText();
                    boolean valid = Gs1Message.parse(data).message().isPresent();
                    return valid ? data : "";
                });
    }

    @Test
    void bracketedMessagesAreReadAsTheVectorsSay() throws IOException {
        assertAgreement(
                "element-string-bracketed.jsonl",
                "unbracketed",
                vector -> unbracketed(Gs1Message.parseBracketed(vector.get("bracketed").asText())));
    }

    @Test
    void linksAreReadAsTheVectorsSay() throws IOException {
        assertAgreement(
                "digital-link-parse.jsonl",
                "unbracketed",
                vector ->
                        switch (DigitalLink.parse(vector.get("uri").asText())) {
                            case Reading.Read(DigitalLink link) -> link.message().unbracketed();
                            case Reading.Wrong _ -> "";
                        });
    }

    @Test
    void linksAreWrittenAsTheVectorsSay() throws IOException {
        assertAgreement(
                "digital-link-generate.jsonl",
                "uri",
                vector ->
                        Gs1Message.parseBracketed(vector.get("bracketed").asText())
                                .message()
                                .flatMap(
                                        message ->
                                                DigitalLink.of(
                                                        message, vector.get("stem").asText()))
                                .map(DigitalLink::uri)
                                .orElse(""));
    }

    @Test
    void scansAreReadAsTheVectorsSay() throws IOException {
        assertAgreement(
                "scan-data-parse.jsonl",
                "data",
                vector ->
                        switch (ScanData.parse(vector.get("scan").asText())) {
                            case ScanData.Coded coded -> coded.data();
                            case ScanData.Plain plain -> plain.data();
                            case ScanData.Wrong _ -> "";
                        });
    }

    @Test
    void scansAreWrittenAsTheVectorsSay() throws IOException {
        assertAgreement(
                "scan-data-generate.jsonl",
                "scan",
                vector ->
                        ScanData.write(
                                        carrier(vector.get("symbology").asText()),
                                        vector.get("data").asText())
                                .orElse(""));
    }
}
