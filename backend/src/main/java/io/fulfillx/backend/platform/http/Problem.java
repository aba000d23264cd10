package io.fulfillx.backend.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

/**
 * An error body (RFC 9457).
 *
 * @param code stable name of the fault
 * @param pointer JSON pointer to the offending field, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable String pointer,
        String correlationId) {
    /** For a refusal that keeps what was written with it; whoever throws it keeps nothing. */
    public static Reply reply(Fault fault) {
        String slug = fault.code().slug();
        Problem problem =
                new Problem(
                        "urn:fulfillx:problem:" + slug,
                        slug.replace('-', ' '),
                        fault.code().status(),
                        slug,
                        fault.detail(),
                        fault.pointer().orElse(null),
                        Correlation.current());
        return new Reply(problem.status(), "application/problem+json", Json.bytes(problem));
    }
}
