package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.wire.Json;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI 3.1 description, made from the same declarations that mount the routes. */
final class OpenApiDocument {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Schemas schemas = new Schemas();

    private OpenApiDocument() {}

    static byte[] of(List<Route> routes) {
        OpenApiDocument document = new OpenApiDocument();
        document.head();
        ObjectNode paths = document.root.putObject("paths");
        for (Route route : routes) {
            ObjectNode path =
                    paths.has(route.path())
                            ? (ObjectNode) paths.get(route.path())
                            : paths.putObject(route.path());
            document.operation(path.putObject(route.method().toLowerCase(Locale.ROOT)), route);
        }
        document.components();
        return Json.bytes(document.root);
    }

    private void head() {
        root.put("openapi", "3.1.0");
        ObjectNode info = root.putObject("info");
        info.put("title", "FulfillX");
        info.put("version", "1");
        info.put(
                "description",
                "Errors are application/problem+json with a stable code and, where one field is"
                        + " at fault, its JSON pointer. Money is in minor units, weight in grams,"
                        + " size in millimetres, time in ISO 8601 with an offset.");
    }

    private void operation(ObjectNode operation, Route route) {
        operation.put("summary", route.summary());
        String[] segments = route.path().split("/");
        operation.putArray("tags").add(segments.length > 3 ? segments[3] : segments[1]);
        ArrayNode parameters = operation.putArray("parameters");
        Matcher matcher = PARAMETER.matcher(route.path());
        while (matcher.find()) {
            parameter(parameters, "path", matcher.group(1), true);
        }
        if (route.keyed()) {
            parameter(parameters, "header", "Idempotency-Key", true);
        }
        if (!route.access().open()) {
            operation.putArray("security").addObject().putArray("token");
            operation.put(
                    "description",
                    "Roles: "
                            + String.join(", ", route.access().roles().stream().sorted().toList()));
        }
        route.body()
                .ifPresent(
                        type ->
                                operation
                                        .putObject("requestBody")
                                        .putObject("content")
                                        .putObject("application/json")
                                        .set("schema", schemas.of(type)));
        ObjectNode responses = operation.putObject("responses");
        ObjectNode success = responses.putObject("200").put("description", "Done");
        route.reply()
                .ifPresent(
                        type ->
                                success.putObject("content")
                                        .putObject(mediaType(type))
                                        .set("schema", schemas.of(type)));
        responses
                .putObject("default")
                .put("description", "What went wrong, in words, with a code")
                .putObject("content")
                .putObject("application/problem+json")
                .set("schema", schemas.of(io.fulfillx.backend.platform.http.Problem.class));
    }

    private static String mediaType(Class<?> type) {
        return type == byte[].class ? "application/octet-stream" : "application/json";
    }

    private static void parameter(ArrayNode parameters, String in, String name, boolean required) {
        ObjectNode parameter = parameters.addObject();
        parameter.put("in", in).put("name", name).put("required", required);
        parameter.putObject("schema").put("type", "string");
    }

    private void components() {
        ObjectNode components = root.putObject("components");
        components.set("schemas", schemas.definitions());
        ObjectNode token = components.putObject("securitySchemes").putObject("token");
        token.put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
    }
}
