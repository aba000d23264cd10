package io.fulfillx.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A label that a virtual printer printed.
 *
 * @param bytes exactly what it received
 * @param sha256 of the bytes, as the printer wrote it down
 * @param commands what the printer executed
 */
record PrintedLabel(byte[] bytes, String sha256, List<String> commands, Instant at) {
    PrintedLabel {
        bytes = bytes.clone();
        commands = List.copyOf(commands);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** All labels in a printer's folder, in the order they were printed. */
    static List<PrintedLabel> all(Path folder) {
        Path log = folder.resolve("printed.jsonl");
        if (!Files.exists(log)) {
            return List.of();
        }
        try {
            List<PrintedLabel> labels = new ArrayList<>();
            for (String line : Files.readAllLines(log)) {
                labels.add(read(folder, Json.mapper().readTree(line)));
            }
            return labels;
        } catch (IOException e) {
            throw new ProgramFailed("cannot read " + log, e);
        }
    }

    /** How many lines the printer's log has now. */
    static long count(Path folder) {
        Path log = folder.resolve("printed.jsonl");
        if (!Files.exists(log)) {
            return 0;
        }
        try {
            byte[] bytes = Files.readAllBytes(log);
            long lines = 0;
            for (byte each : bytes) {
                lines += each == '\n' ? 1 : 0;
            }
            return lines;
        } catch (IOException e) {
            throw new ProgramFailed("cannot read " + log, e);
        }
    }

    private static PrintedLabel read(Path folder, JsonNode line) throws IOException {
        List<String> commands = new ArrayList<>();
        line.path("commands").forEach(command -> commands.add(command.asText()));
        return new PrintedLabel(
                Files.readAllBytes(folder.resolve(line.path("file").asText())),
                line.path("sha256").asText(),
                commands,
                Instant.parse(line.path("at").asText()));
    }

    /** Whether a barcode or text of the label is exactly that tracking number. */
    boolean carries(String trackingNumber) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.contains("^FD" + trackingNumber + "^FS");
    }
}
