package io.fulfillx.printing.language;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The printer's own count of labels, which survives a lost connection and a power cut. */
public final class ZplOdometer {
    /** The question. Printers without such a counter answer {@code "?"}, or nothing. */
    public static final String QUESTION = "! U1 getvar \"odometer.total_label_count\"\r\n";

    private static final Pattern REPLY = Pattern.compile("\"(\\d{1,18})[^\"]*\"");

    private ZplOdometer() {}

    /** Finds the count in what has arrived so far. */
    public static OptionalLong find(String received) {
        Matcher reply = REPLY.matcher(received);
        return reply.find()
                ? OptionalLong.of(Long.parseLong(reply.group(1)))
                : OptionalLong.empty();
    }

    /** Whether the printer has said that it keeps no such count. */
    public static boolean refused(String received) {
        return received.contains("\"?\"");
    }
}
