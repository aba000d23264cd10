package io.fulfillx.launcher.bench.scanning;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Published vectors of GS1 messages, JSON lines each. They are looked for where the property {@code
 * fulfillx.shared} points, else beside the working folder.
 */
record Gs1Vectors(List<JsonNode> byDefault, List<JsonNode> otherSettings) {
    Gs1Vectors {
        byDefault = List.copyOf(byDefault);
        otherSettings = List.copyOf(otherSettings);
    }

    /** Empty lists when the file is not here. */
    static Gs1Vectors read(String file) throws IOException {
        Path shared = Path.of(System.getProperty("fulfillx.shared", "../shared"));
        Path vectors = shared.resolve("data/gs1").resolve(file);
        List<JsonNode> byDefault = new ArrayList<>();
        List<JsonNode> other = new ArrayList<>();
        if (Files.isRegularFile(vectors)) {
            for (String line : Files.readAllLines(vectors)) {
                JsonNode vector = Json.mapper().readTree(line);
                (vector.path("settings").isEmpty() ? byDefault : other).add(vector);
            }
        }
        return new Gs1Vectors(byDefault, other);
    }
}
