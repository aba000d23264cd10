package io.fulfillx.backend.orders.duplicates;

import io.fulfillx.backend.platform.Fault;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * By what two orders are suspected to be one. Points are hundredths.
 *
 * @param sameBuyer same e-mail address or same phone number
 * @param sameAddress same address in its normal form
 * @param similarLines the lines overlap by {@code similarPercent} at least: units that both have,
 *     of units that either has
 * @param sameTotal totals of one currency differ by less than one percent
 * @param closeInTime placed less than {@code closeHours} apart
 * @param samePayment paid by the same card or account
 * @param otherChannel taken off when they came by different channels
 * @param threshold from here on it is a suspicion
 * @param exemptTags an order that has one of them is never suspected
 */
record DuplicateRule(
        int sameBuyer,
        int sameAddress,
        int similarLines,
        int sameTotal,
        int closeInTime,
        int samePayment,
        int otherChannel,
        int threshold,
        int similarPercent,
        int closeHours,
        List<String> exemptTags) {
    private static final int MOST_POINTS = 1_000;
    private static final int MOST_HOURS = 24 * 366;
    private static final int MOST_TAGS = 50;

    static final DuplicateRule DEFAULT =
            new DuplicateRule(
                    25,
                    25,
                    25,
                    10,
                    10,
                    30,
                    10,
                    70,
                    80,
                    24,
                    List.of("gift", "reorder", "subscription"));

    DuplicateRule {
        exemptTags = exemptTags.stream().map(tag -> tag.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether orders that share nothing but their lines, total and time can be suspected. */
    boolean linesAloneSuffice() {
        return similarLines + sameTotal + closeInTime >= threshold;
    }

    /**
     * @throws Fault INVALID
     */
    DuplicateRule checked() {
        boolean points =
                Stream.of(
                                sameBuyer,
                                sameAddress,
                                similarLines,
                                sameTotal,
                                closeInTime,
                                samePayment,
                                otherChannel)
                        .allMatch(each -> each >= 0 && each <= MOST_POINTS);
        if (!points) {
            throw Fault.invalid("", "Each weight is a whole number from 0 to " + MOST_POINTS + ".");
        }
        if (threshold < 1 || threshold > MOST_POINTS) {
            throw Fault.invalid(
                    "/threshold", "The threshold is a whole number from 1 to " + MOST_POINTS + ".");
        }
        if (similarPercent < 1 || similarPercent > 100) {
            throw Fault.invalid("/similarPercent", "This is a whole number from 1 to 100.");
        }
        if (closeHours < 1 || closeHours > MOST_HOURS) {
            throw Fault.invalid("/closeHours", "This is a whole number from 1 to 8784.");
        }
        if (exemptTags.size() > MOST_TAGS) {
            throw Fault.invalid("/exemptTags", "There are at most " + MOST_TAGS + " tags.");
        }
        return this;
    }
}
