package io.fulfillx.printing.language;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The printer's own words about itself, from the reply to {@code ~HS}.
 *
 * @param formatsWaiting formats received and not yet begun
 * @param receiving a format has begun to arrive and is not complete
 * @param labelsRemaining labels left of the batch being printed
 */
public record ZplStatus(
        boolean paperOut,
        boolean paused,
        boolean headOpen,
        boolean ribbonOut,
        int formatsWaiting,
        boolean receiving,
        long labelsRemaining) {
    /** The question. */
    public static final String QUESTION = "~HS";

    /** First string, fields a to l; second string, fields m to w. */
    private static final Pattern REPLY =
            Pattern.compile(
                    "\\x02(\\d+(?:,\\d+){11})\\x03\\s*\\x02(\\d+(?:,\\d+){10})\\x03",
                    Pattern.DOTALL);

    /** Finds a complete reply in what has arrived so far. */
    public static Optional<ZplStatus> find(String received) {
        Matcher reply = REPLY.matcher(received);
        if (!reply.find()) {
            return Optional.empty();
        }
        String[] first = reply.group(1).split(",");
        String[] second = reply.group(2).split(",");
        return Optional.of(
                new ZplStatus(
                        first[1].equals("1"),
                        first[2].equals("1"),
                        second[2].equals("1"),
                        second[3].equals("1"),
                        Integer.parseInt(first[4]),
                        first[7].equals("1"),
                        Long.parseLong(second[8])));
    }

    /** Whether a person must do something before it prints. */
    public boolean stopped() {
        return paperOut || paused || headOpen || ribbonOut;
    }

    /** Whether everything it received has been printed. */
    public boolean idle() {
        return formatsWaiting == 0 && labelsRemaining == 0 && !receiving;
    }
}
