package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.platform.Correlation;

/** The headers that all routes share, described once and referred to. */
final class ApiHeaders {
    static final String CORRELATION_EXAMPLE = "Xb2f0Qm7Tz1a";

    private ApiHeaders() {}

    /** The parameters and headers under {@code components}. */
    static void components(ObjectNode components) {
        ObjectNode parameters = components.putObject("parameters");
        ObjectNode key = parameters.putObject("IdempotencyKey");
        key.put("in", "header").put("name", "Idempotency-Key").put("required", true);
        key.put(
                "description",
                "A name of your own for this change, such as a UUID. Send the same one when you"
                        + " repeat: the first answer comes again and nothing happens twice.");
        key.putObject("schema")
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", 100)
                .put("pattern", "^[!-~]{1,100}$");
        key.put("example", "5b0c6b0e-7a3e-4d38-9d5c-1f0f5c1f7d11");
        ObjectNode correlation = parameters.putObject("CorrelationId");
        correlation.put("in", "header").put("name", Correlation.HEADER).put("required", false);
        correlation.put("description", "Names the request in logs; the reply repeats it.");
        correlation.putObject("schema").put("type", "string");
        correlation.put("example", CORRELATION_EXAMPLE);
        ObjectNode headers = components.putObject("headers");
        header(headers, "CorrelationId", "The request's name in the logs.", "string");
        header(headers, "RetryAfter", "Seconds to wait before repeating.", "integer");
    }

    private static void header(ObjectNode headers, String name, String about, String type) {
        ObjectNode header = headers.putObject(name).put("description", about);
        header.putObject("schema").put("type", type);
    }

    static void onRequest(ArrayNode parameters, boolean keyed) {
        if (keyed) {
            parameters.addObject().put("$ref", "#/components/parameters/IdempotencyKey");
        }
        parameters.addObject().put("$ref", "#/components/parameters/CorrelationId");
    }

    static void onResponse(ObjectNode response, int status) {
        ObjectNode headers = response.putObject("headers");
        headers.putObject(Correlation.HEADER).put("$ref", "#/components/headers/CorrelationId");
        if (status == 429 || status == 503) {
            headers.putObject("Retry-After").put("$ref", "#/components/headers/RetryAfter");
        }
    }
}
