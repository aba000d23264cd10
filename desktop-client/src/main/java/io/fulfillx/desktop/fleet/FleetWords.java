package io.fulfillx.desktop.fleet;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.model.sync.StationView;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** How a station stands, in a few words with their shape. */
final class FleetWords {
    /** Stations report each five seconds: two lost reports are no news yet. */
    private static final Duration SILENT = Duration.ofSeconds(20);

    /** What waits for so long waits for somebody. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final Set<String> FINE = Set.of("ready", "connected", "printing");

    /** Work goes on, but somebody should have a look soon. */
    private static final Set<String> SOON = Set.of("paper-near-end", "silent", "overload");

    private final Texts texts;
    private final Clock clock;

    /**
     * @param clock in the zone of whoever reads
     */
    FleetWords(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** A few words in their look. */
    record Sign(Look look, Icon icon, String text) {}

    private static final Sign EMPTY = new Sign(Look.NEUTRAL, Icon.OPEN, "");

    /** While nobody knows how it stands now, only when it was seen. */
    Sign seen(StationView station, FleetSight sight) {
        Instant asOf = sight.asOf();
        Instant last = station.lastSeenAt();
        if (last == null) {
            return new Sign(Look.NEUTRAL, Icon.NO_LINK, texts.get("fleet.seen.never"));
        } else if (!sight.current()) {
            return new Sign(Look.NEUTRAL, Icon.CLOCK, time(last, asOf));
        }
        return last.plus(SILENT).isAfter(asOf)
                ? new Sign(Look.GOOD, Icon.LINK, texts.get("fleet.seen.now"))
                : new Sign(Look.ATTENTION, Icon.NO_LINK, time(last, asOf));
    }

    Sign order(StationView station) {
        if (station.revokedAt() != null) {
            return new Sign(Look.BAD, Icon.CROSS, texts.get("fleet.order.revoked"));
        } else if (station.enrolledAt() == null) {
            return new Sign(Look.INFO, Icon.CLOCK, texts.get("fleet.order.expected"));
        } else if (station.draining()) {
            return new Sign(Look.ATTENTION, Icon.HAND, texts.get("fleet.order.draining"));
        }
        return new Sign(Look.GOOD, Icon.TICK, texts.get("fleet.order.working"));
    }

    Sign backlog(StationView station, Instant asOf) {
        Integer backlog = station.backlog();
        Instant oldest = station.oldestUnsentAt();
        if (backlog == null) {
            return EMPTY;
        } else if (backlog == 0 || oldest == null) {
            return new Sign(Look.NEUTRAL, Icon.TICK, texts.get("fleet.backlog.none"));
        }
        return new Sign(
                oldest.plus(LATE).isBefore(asOf) ? Look.ATTENTION : Look.INFO,
                Icon.ARROW,
                texts.get("fleet.backlog", backlog, time(oldest, asOf)));
    }

    /**
     * @param usual the shape of a device that works
     */
    Sign device(@Nullable String state, Icon usual) {
        if (state == null) {
            return EMPTY;
        } else if (state.isEmpty()) {
            return new Sign(Look.NEUTRAL, Icon.OPEN, texts.get("fleet.is.none"));
        }
        // A newer station may know more states than this one.
        String word = texts.find("fleet.is." + state).orElse(state);
        if (FINE.contains(state)) {
            return new Sign(Look.GOOD, usual, word);
        }
        return SOON.contains(state)
                ? new Sign(Look.ATTENTION, Icon.ATTENTION, word)
                : new Sign(Look.BAD, Icon.CROSS, word);
    }

    /** How old the picture is; empty before the first. */
    String asOf(FleetSight sight) {
        if (sight.asOf().equals(Instant.EPOCH)) {
            return sight.current() ? "" : texts.get("fleet.offline.empty");
        }
        Instant now = clock.instant();
        String time = time(sight.asOf(), now);
        return sight.current()
                ? texts.get("fleet.as-of", sight.stations().size(), time)
                : texts.get("fleet.offline", time, age(Duration.between(sight.asOf(), now)));
    }

    private String age(Duration age) {
        return age.toHours() < 2
                ? texts.get("fleet.age.minutes", Math.max(1, age.toMinutes()))
                : texts.get("fleet.age.hours", age.toHours());
    }

    /** The day instead of the time, unless it is today's. */
    String time(Instant at, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        String pattern = LocalDate.ofInstant(at, clock.getZone()).equals(today) ? "HH:mm" : "d MMM";
        return format(pattern, at);
    }

    /** Day and time. */
    String moment(Instant at) {
        return format("EEEE HH:mm", at);
    }

    private String format(String pattern, Instant at) {
        Locale language = texts.locale();
        return DateTimeFormatter.ofPattern(pattern, language).format(at.atZone(clock.getZone()));
    }
}
