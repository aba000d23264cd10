package io.fulfillx.backend.platform;

import org.slf4j.MDC;

import java.util.function.Supplier;

/** The id that ties together all log lines of one act, on the server and at the station. */
public final class Correlation {
    /** Its name in HTTP headers. */
    public static final String HEADER = "X-Correlation-Id";

    private static final String KEY = "correlationId";
    private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

    private Correlation() {}

    /** The current id, or "-" outside any request or job. */
    public static String current() {
        return CURRENT.orElse("-");
    }

    /** Runs the work under that id; log lines carry it. */
    public static <T> T call(String id, Supplier<T> work) {
        try (var _ = MDC.putCloseable(KEY, id)) {
            return ScopedValue.where(CURRENT, id).call(work::get);
        }
    }

    /** Keeps an id given from outside if it is short and plain, so that logs cannot be forged. */
    public static boolean acceptable(String id) {
        return id.matches("[A-Za-z0-9._-]{1,64}");
    }
}
