package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.wire.Json;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ids that examples are written with, and what they are in this run. */
final class ExampleIds {
    private final Map<String, String> actual = new LinkedHashMap<>();

    /** How a thing is called in all examples. */
    static String name(int number) {
        return "01980000-0000-7000-8000-%012d".formatted(number);
    }

    void learn(int number, String id) {
        actual.put(name(number), id);
    }

    String real(String text) {
        String now = text;
        for (Map.Entry<String, String> id : actual.entrySet()) {
            now = now.replace(id.getKey(), id.getValue());
        }
        return now;
    }

    JsonNode real(JsonNode node) {
        return node.isMissingNode() ? node : Json.read(real(node.toString()), JsonNode.class);
    }

    JsonNode written(JsonNode node) {
        String text = node.toString();
        for (Map.Entry<String, String> id : actual.entrySet()) {
            text = text.replace(id.getValue(), id.getKey());
        }
        return Json.read(text, JsonNode.class);
    }
}
