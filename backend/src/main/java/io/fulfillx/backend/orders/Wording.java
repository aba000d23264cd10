package io.fulfillx.backend.orders;

import io.fulfillx.backend.platform.Fault;

import org.jspecify.annotations.Nullable;

/** Checks texts that people write. */
final class Wording {
    static final int MAX_REASON = 500;

    private Wording() {}

    /**
     * @throws Fault INVALID when it is empty, too long or has control characters
     */
    static String required(@Nullable String value, String pointer, int max) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            throw Fault.invalid(pointer, "This field has 1 to " + max + " characters.");
        }
        return optional(text, pointer, max);
    }

    /** Empty when nothing was written. */
    static String optional(@Nullable String value, String pointer, int max) {
        String text = value == null ? "" : value.strip();
        if (text.length() > max) {
            throw Fault.invalid(pointer, "This field has 1 to " + max + " characters.");
        } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw Fault.invalid(pointer, "This field has no control characters.");
        }
        return text;
    }

    static String reason(@Nullable String value) {
        return required(value, "/reason", MAX_REASON);
    }
}
