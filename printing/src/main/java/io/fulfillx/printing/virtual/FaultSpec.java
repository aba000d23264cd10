package io.fulfillx.printing.virtual;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One entry of a {@link FaultPlan}. Its text form reads back to the same. */
public sealed interface FaultSpec {
    /** How long a fault lasts whose entry does not say. */
    Duration USUAL = Duration.ofSeconds(2);

    /** Where a fault strikes. */
    enum Place {
        /** While this label is on the head, counted from 1. */
        LABEL,
        /** When this label is out. */
        AFTER,
        /** When this byte has been read, counted from 1. */
        BYTE
    }

    /**
     * A fault that strikes once: {@code paper-out@label:12,for=3s}.
     *
     * @param lasting negative when somebody must end it by hand: {@code for=ever}
     */
    record Once(FaultKind kind, Place place, long number, Duration lasting) implements FaultSpec {
        @Override
        public String toString() {
            String where = place.name().toLowerCase(Locale.ROOT) + ":" + number;
            return kind.word() + "@" + where + ",for=" + text(lasting);
        }
    }

    /**
     * Faults of any kind by chance: {@code random:seed=7,rate=0.02,for=500ms}.
     *
     * @param rate faults per label, 0 to 1
     * @param longest none lasts longer
     */
    record ByChance(long seed, double rate, Duration longest) implements FaultSpec {
        @Override
        public String toString() {
            return "random:seed=" + seed + ",rate=" + rate + ",for=" + text(longest);
        }
    }

    /**
     * Reads one entry.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    static FaultSpec parse(String entry) {
        String text = entry.strip();
        return text.startsWith("random:") ? Grammar.chance(text) : Grammar.once(text);
    }

    private static String text(Duration duration) {
        if (duration.isNegative()) {
            return "ever";
        }
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    /** How entries are written. */
    final class Grammar {
        private static final Pattern ONCE =
                Pattern.compile(
                        "([a-z-]+)@(label|after|byte):([1-9][0-9]{0,11})(?:,for=([a-z0-9.]+))?");
        private static final Pattern CHANCE =
                Pattern.compile(
                        "random:seed=(-?[0-9]{1,18}),rate=([01](?:[.][0-9]{1,9})?)"
                                + "(?:,for=([a-z0-9.]+))?");
        private static final Pattern LASTING =
                Pattern.compile("([0-9]{1,6}(?:[.][0-9]{1,3})?)(m?s)");

        private Grammar() {}

        private static FaultSpec once(String text) {
            Matcher matcher = ONCE.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        ("a fault is written as KIND@label:N, KIND@after:N or KIND@byte:N, perhaps"
                                        + " with ,for=2s, not \"%s\"")
                                .formatted(text));
            }
            return new Once(
                    FaultKind.of(matcher.group(1)),
                    Place.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)),
                    Long.parseLong(matcher.group(3)),
                    lasting(matcher.group(4)));
        }

        private static FaultSpec chance(String text) {
            Matcher matcher = CHANCE.matcher(text);
            if (!matcher.matches() || Double.parseDouble(matcher.group(2)) > 1) {
                throw new IllegalArgumentException(
                        "faults by chance are written as random:seed=7,rate=0.02, not \"%s\""
                                .formatted(text));
            }
            return new ByChance(
                    Long.parseLong(matcher.group(1)),
                    Double.parseDouble(matcher.group(2)),
                    lasting(matcher.group(3)));
        }

        private static Duration lasting(@Nullable String text) {
            if (text == null) {
                return USUAL;
            }
            if (text.equals("ever")) {
                return Duration.ofMillis(-1);
            }
            Matcher matcher = LASTING.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "a fault lasts for=3s, for=200ms or for=ever, not for=" + text);
            }
            double unit = matcher.group(2).equals("s") ? 1000 : 1;
            return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * unit));
        }
    }
}
