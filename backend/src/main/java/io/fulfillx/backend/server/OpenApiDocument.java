package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.platform.http.Problem;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.wire.Json;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
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
        document.head(routes);
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

    private void head(List<Route> routes) {
        root.put("openapi", "3.1.0");
        ObjectNode info = root.putObject("info");
        info.put("title", "FulfillX");
        info.put("version", "1");
        info.put(
                "description",
                "Errors are application/problem+json with a stable code and, where one field is"
                        + " at fault, its JSON pointer. Money is in minor units, weight in grams,"
                        + " size in millimetres, time in ISO 8601 with an offset. Fields that are"
                        + " not described here may be added to replies at any time.");
        TreeSet<String> tags = new TreeSet<>();
        routes.forEach(route -> tags.add(ApiTags.of(route)));
        ApiTags.describe(root.putArray("tags"), tags);
    }

    private void operation(ObjectNode operation, Route route) {
        JsonNode example = Examples.of(route);
        operation.put("operationId", route.operationId());
        operation.put("summary", route.summary());
        operation.putArray("tags").add(ApiTags.of(route));
        parameters(operation.putArray("parameters"), route, example);
        if (!route.access().open()) {
            operation.putArray("security").addObject().putArray("token");
            operation.put(
                    "description",
                    "Roles: "
                            + String.join(", ", route.access().roles().stream().sorted().toList()));
        }
        route.body()
                .ifPresent(
                        type -> {
                            ObjectNode content =
                                    operation
                                            .putObject("requestBody")
                                            .put("required", true)
                                            .putObject("content")
                                            .putObject(route.notes().takes());
                            content.set("schema", body(type, route.notes().takes()));
                            content(content, example.path("request"));
                        });
        responses(operation.putObject("responses"), route, example);
    }

    private void parameters(ArrayNode parameters, Route route, JsonNode example) {
        Matcher matcher = PARAMETER.matcher(route.path());
        while (matcher.find()) {
            String name = matcher.group(1);
            ObjectNode parameter = parameters.addObject();
            parameter.put("in", "path").put("name", name).put("required", true);
            ObjectNode schema = parameter.putObject("schema").put("type", "string");
            if (name.endsWith("Id")) {
                schema.put("format", "uuid");
            }
            content(parameter, example.path("path").path(name));
        }
        for (Query query : route.notes().queries()) {
            ObjectNode parameter = parameters.addObject();
            parameter.put("in", "query").put("name", query.name());
            parameter.put("required", query.required()).put("description", query.about());
            schema(parameter.putObject("schema"), query);
            content(parameter, example.path("query").path(query.name()));
        }
        ApiHeaders.onRequest(parameters, route.keyed());
    }

    private static void schema(ObjectNode schema, Query query) {
        schema.put(
                "type",
                switch (query.kind()) {
                    case WHOLE -> "integer";
                    case FLAG -> "boolean";
                    case TEXT, ID, TIME, DAY -> "string";
                });
        switch (query.kind()) {
            case ID -> schema.put("format", "uuid");
            case TIME -> schema.put("format", "date-time");
            case DAY -> schema.put("format", "date");
            case WHOLE, FLAG, TEXT -> {}
        }
        query.choices().forEach(choice -> schema.withArray("enum").add(choice));
        query.range()
                .ifPresent(range -> schema.put("minimum", range.min()).put("maximum", range.max()));
        query.byDefault()
                .ifPresent(
                        value -> {
                            switch (query.kind()) {
                                case WHOLE -> schema.put("default", Integer.parseInt(value));
                                case FLAG -> schema.put("default", Boolean.parseBoolean(value));
                                case TEXT, ID, TIME, DAY -> schema.put("default", value);
                            }
                        });
    }

    private void responses(ObjectNode responses, Route route, JsonNode example) {
        int status = route.notes().status();
        ObjectNode success = responses.putObject(Integer.toString(status));
        success.put("description", said(status));
        ApiHeaders.onResponse(success, status);
        route.reply()
                .ifPresent(
                        type -> {
                            String media = mediaType(type, route.notes().gives());
                            ObjectNode content = success.putObject("content").putObject(media);
                            content.set("schema", reply(type, media));
                            content(content, example.path("reply"));
                        });
        ApiProblems.describe(responses, route, example, schemas.of(Problem.class));
    }

    private static String said(int status) {
        return switch (status) {
            case 201 -> "Done; it is there now";
            case 202 -> "Taken on; it goes on after the answer";
            default -> "Done";
        };
    }

    private static void content(ObjectNode content, JsonNode example) {
        if (!example.isMissingNode()) {
            content.set("example", example);
        }
    }

    private static String mediaType(Class<?> type, String declared) {
        return type == byte[].class && declared.equals("application/json")
                ? "application/octet-stream"
                : declared;
    }

    /** Whatever is not JSON is a file to its reader. */
    private ObjectNode reply(Class<?> type, String mediaType) {
        return mediaType.startsWith("text/") ? body(type, "application/*") : body(type, mediaType);
    }

    private ObjectNode body(Class<?> type, String mediaType) {
        if (mediaType.startsWith("text/")) {
            return JsonNodeFactory.instance.objectNode().put("type", "string");
        } else if (type == byte[].class) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "string")
                    .put("format", "binary");
        }
        return schemas.of(type);
    }

    private void components() {
        ObjectNode components = root.putObject("components");
        components.set("schemas", schemas.definitions());
        ApiHeaders.components(components);
        ObjectNode token = components.putObject("securitySchemes").putObject("token");
        token.put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        token.put(
                "description",
                "The accessToken of POST /api/v1/auth/sign-in; stations use"
                        + " POST /api/v1/auth/station.");
    }
}
