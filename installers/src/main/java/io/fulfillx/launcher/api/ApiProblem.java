package io.fulfillx.launcher.api;

import org.jspecify.annotations.Nullable;

/** The server refused, or did not answer. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    ApiProblem(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** HTTP status, 0 when there was no answer. */
    public int status() {
        return status;
    }
}
