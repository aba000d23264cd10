package io.fulfillx.launcher.doctor;

import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param advice what to do about it; empty when it is fine
 */
public record Finding(Level level, String subject, String found, String advice) {
    /** How bad it is. */
    public enum Level {
        OK,
        WARN,
        FAIL
    }

    static Finding ok(String subject, String found) {
        return new Finding(Level.OK, subject, found, "");
    }

    static Finding warn(String subject, String found, String advice) {
        return new Finding(Level.WARN, subject, found, advice);
    }

    static Finding fail(String subject, String found, String advice) {
        return new Finding(Level.FAIL, subject, found, advice);
    }

    /** One line for the terminal, and a second one when there is something to do. */
    String text() {
        String line =
                String.format(
                        Locale.ROOT,
                        "%-4s  %-18s %s",
                        level.name().toLowerCase(Locale.ROOT),
                        subject,
                        found);
        return advice.isEmpty() ? line : line + System.lineSeparator() + "        -> " + advice;
    }
}
