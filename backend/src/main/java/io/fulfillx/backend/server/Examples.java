package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The example of a route: a file {@code examples/<tag>/<operationId>.json} with what stands in the
 * {@code path}, the {@code query}, the {@code request} and the {@code reply}, and under {@code
 * problems} a request for each code that takes more than a wrong field to provoke. A test sends all
 * of them through a generated client.
 */
final class Examples {
    private Examples() {}

    /** Missing when nobody has written it. */
    static JsonNode of(Route route) {
        try (InputStream file = Examples.class.getResourceAsStream(name(route))) {
            return file == null ? MissingNode.getInstance() : Json.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name(route), e);
        }
    }

    static String name(Route route) {
        return "examples/" + ApiTags.of(route) + "/" + route.operationId() + ".json";
    }
}
