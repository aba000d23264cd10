package io.fulfillx.backend.orders.exchange;

import io.fulfillx.model.wire.Json;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Tags in one cell, with bars between them; as JSON when a tag would be torn by that. Pure. */
final class TagsCell {
    private static final String APART = "|";

    private TagsCell() {}

    static String written(List<String> tags) {
        String joined = String.join(APART, tags);
        return read(joined).equals(tags) ? joined : Json.text(tags);
    }

    static List<String> read(String cell) {
        if (cell.startsWith("[")) {
            try {
                return List.of(Json.read(cell, String[].class));
            } catch (UncheckedIOException e) {
                // A tag that begins so.
                return split(cell);
            }
        }
        return split(cell);
    }

    private static List<String> split(String cell) {
        return Arrays.stream(cell.split("\\" + APART))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}
