package io.fulfillx.backend.orders.api;

import io.fulfillx.backend.platform.Fault;

import org.jspecify.annotations.Nullable;

/** Text that people typed, looked at before it is kept. */
public final class PlainText {
    private PlainText() {}

    /**
     * The text without space around it.
     *
     * @throws Fault INVALID when it is empty, too long or has control characters
     */
    public static String of(@Nullable String value, String pointer, int max) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > max) {
            throw Fault.invalid(pointer, "This field has 1 to " + max + " characters.");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw Fault.invalid(pointer, "This field has no control characters.");
        }
        return text;
    }
}
