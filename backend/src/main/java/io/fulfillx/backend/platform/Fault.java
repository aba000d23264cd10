package io.fulfillx.backend.platform;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Something the caller must change or the operator must repair. Its code is the one name of the
 * fault everywhere: in the problem+json type, the metric tag and the documentation.
 */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, and the HTTP status that says so. */
    public enum Code {
        INVALID(400),
        MALFORMED(400),
        KEY_MISSING(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        /** The station was taken out for good. */
        STATION_REVOKED(403),
        NOT_FOUND(404),
        CONFLICT(409),
        GAP(409),
        /** A station signs with another key than the one it is known by. */
        KEY_CHANGED(409),
        TOO_LARGE(413),
        KEY_REUSED(422),
        /** The caller's program is too old to be understood. */
        STATION_OUTDATED(426),
        NOT_ALLOWED_NOW(409),
        TOO_MANY_ATTEMPTS(429),
        INTERNAL(500),
        UNAVAILABLE(503),
        /** More is asked at the same time than the server takes on; nothing was done. */
        OVERLOADED(503),
        /** It was given up because it took too long; nothing was done. */
        TIMED_OUT(503);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        /** The name as it stands in a problem's type and code: lower case with hyphens. */
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Code code;
    private final @Nullable String pointer;

    public Fault(Code code, String detail) {
        this(code, detail, null);
    }

    /**
     * @param pointer JSON pointer (RFC 6901) to the offending field of the request body
     */
    public Fault(Code code, String detail, @Nullable String pointer) {
        super(detail);
        this.code = code;
        this.pointer = pointer;
    }

    public static Fault invalid(String pointer, String detail) {
        return new Fault(Code.INVALID, detail, pointer);
    }

    public static Fault notFound(String what) {
        return new Fault(Code.NOT_FOUND, "There is no such " + what + ".");
    }

    public Code code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Optional<String> pointer() {
        return Optional.ofNullable(pointer);
    }
}
