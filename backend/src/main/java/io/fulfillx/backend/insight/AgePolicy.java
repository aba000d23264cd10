package io.fulfillx.backend.insight;

import java.time.Duration;
import java.time.Instant;

/** How old something is, in the steps in which managers ask. */
final class AgePolicy {
    private static final Duration HOURS = Duration.ofHours(4);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration DAYS = Duration.ofDays(3);
    private static final Duration WEEK = Duration.ofDays(7);

    private AgePolicy() {}

    /** Counts by age. */
    record Ages(int under4Hours, int under1Day, int under3Days, int under7Days, int older) {
        static final Ages NONE = new Ages(0, 0, 0, 0, 0);

        Ages plus(Ages other) {
            return new Ages(
                    under4Hours + other.under4Hours,
                    under1Day + other.under1Day,
                    under3Days + other.under3Days,
                    under7Days + other.under7Days,
                    older + other.older);
        }
    }

    /** That many of the same age. */
    static Ages ages(Instant since, Instant now, int count) {
        Duration age = Duration.between(since, now);
        if (age.compareTo(HOURS) < 0) {
            return new Ages(count, 0, 0, 0, 0);
        } else if (age.compareTo(DAY) < 0) {
            return new Ages(0, count, 0, 0, 0);
        } else if (age.compareTo(DAYS) < 0) {
            return new Ages(0, 0, count, 0, 0);
        }
        return age.compareTo(WEEK) < 0 ? new Ages(0, 0, 0, count, 0) : new Ages(0, 0, 0, 0, count);
    }
}
