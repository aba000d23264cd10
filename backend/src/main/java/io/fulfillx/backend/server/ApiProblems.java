package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.platform.Fault.Code;
import io.fulfillx.backend.platform.http.Problem;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.wire.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The problems of a route: for each status the codes, what they mean and what they look like. */
final class ApiProblems {
    private static final Map<Code, String> MEANING =
            Map.ofEntries(
                    Map.entry(Code.INVALID, "A field or parameter is wrong; pointer names it."),
                    Map.entry(Code.MALFORMED, "The body is not the JSON that is expected."),
                    Map.entry(
                            Code.KEY_MISSING,
                            "Send an Idempotency-Key of 1 to 100 printable characters."),
                    Map.entry(Code.UNAUTHENTICATED, "Send a valid access token."),
                    Map.entry(Code.FORBIDDEN, "This role may not do this."),
                    Map.entry(Code.NOT_FOUND, "There is no such thing in this organization."),
                    Map.entry(Code.CONFLICT, "It contradicts what is there already."),
                    Map.entry(Code.GAP, "Something before it is missing."),
                    Map.entry(
                            Code.KEY_CHANGED,
                            "The station signs with another key than before; enrol it anew."),
                    Map.entry(
                            Code.STATION_REVOKED,
                            "The station was taken out; it hands in what it did before."),
                    Map.entry(
                            Code.STATION_OUTDATED,
                            "The station's program is too old for this server; update it."),
                    Map.entry(Code.TOO_LARGE, "The body is larger than this server takes."),
                    Map.entry(
                            Code.KEY_REUSED, "This Idempotency-Key came before with another body."),
                    Map.entry(Code.NOT_ALLOWED_NOW, "The state of things does not allow it now."),
                    Map.entry(Code.TOO_MANY_ATTEMPTS, "Wait before you try again."),
                    Map.entry(Code.INTERNAL, "The server failed; nothing was changed."),
                    Map.entry(Code.UNAVAILABLE, "The server is too busy or not ready; repeat."),
                    Map.entry(
                            Code.OVERLOADED,
                            "More is asked at the same time than there is room for; nothing was"
                                    + " done. Repeat after Retry-After."),
                    Map.entry(
                            Code.TIMED_OUT,
                            "It took too long and was given up; nothing was done. Repeat after"
                                    + " Retry-After."));

    private ApiProblems() {}

    static String meaning(Code code) {
        return MEANING.getOrDefault(code, code.slug().replace('-', ' '));
    }

    /** Adds a response for each status that a code of the route has. */
    static void describe(ObjectNode responses, Route route, JsonNode example, ObjectNode schema) {
        Map<Integer, List<Code>> byStatus = new TreeMap<>();
        route.codes()
                .forEach(
                        code ->
                                byStatus.computeIfAbsent(code.status(), _ -> new ArrayList<>())
                                        .add(code));
        byStatus.forEach(
                (status, codes) -> {
                    ObjectNode response = responses.putObject(Integer.toString(status));
                    response.put("description", sentences(codes));
                    ApiHeaders.onResponse(response, status);
                    ObjectNode content =
                            response.putObject("content").putObject("application/problem+json");
                    content.set("schema", schema.deepCopy());
                    ObjectNode examples = content.putObject("examples");
                    for (Code code : codes) {
                        JsonNode own = example.path("problems").path(code.slug());
                        examples.putObject(code.slug())
                                .put("summary", meaning(code))
                                .set("value", Json.mapper().valueToTree(problem(code, own)));
                    }
                });
    }

    private static String sentences(List<Code> codes) {
        StringBuilder text = new StringBuilder();
        for (Code code : codes) {
            text.append(text.isEmpty() ? "`" : " `").append(code.slug()).append("`: ");
            text.append(meaning(code));
        }
        return text.toString();
    }

    private static Problem problem(Code code, JsonNode own) {
        return new Problem(
                "urn:fulfillx:problem:" + code.slug(),
                code.slug().replace('-', ' '),
                code.status(),
                code.slug(),
                own.path("detail").asText(meaning(code)),
                own.hasNonNull("pointer") ? own.path("pointer").asText() : null,
                ApiHeaders.CORRELATION_EXAMPLE);
    }
}
