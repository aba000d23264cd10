package io.fulfillx.desktop.fleet;

import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.StationView;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Twelve stations, each in a state of its own. */
public final class FleetSamples {
    public static final Instant NOW = Instant.parse("2026-03-02T14:15:00Z");

    private FleetSamples() {}

    public static List<StationView> all() {
        return List.of(
                station(1, "Bench 1", 0, 0, "ready", "connected", "ready"),
                with(station(2, "Bench 2", 0, 3, "printing", "connected", "ready"), "Fire drill"),
                station(3, "Bench 3", 8_000, 137, "ready", "connected", ""),
                station(4, "Bench 4", 200_000, 1_204, "paper-out", "missing", "frozen"),
                station(5, "Bench 5", 0, 0, "paper-near-end", "connected", "needs-zero"),
                drained(station(6, "Bench 6", 0, 12, "head-open", "closed", "overload")),
                drained(station(7, "Bench 7", 900, 1, "over-temperature", "connected", "silent")),
                revoked(station(8, "Bench 8", 90_000, 41, "offline", "missing", "missing")),
                revoked(station(9, "Bench 9", 90_000, 0, "ribbon-out", "connected", "fault")),
                expected(10, "Packing hall 2 north"),
                station(11, "Bench 11", 0, 0, "cutter-fault", "", ""),
                station(12, "Bench 12", 5, 2, "dusty", "connected", "ready"));
    }

    public static StationId id(int number) {
        return new StationId(new UUID(7, number));
    }

    private static StationView station(
            int number,
            String name,
            long silentSeconds,
            int backlog,
            String printer,
            String scanner,
            String scale) {
        Instant seen = NOW.minusSeconds(silentSeconds);
        return new StationView(
                id(number),
                name,
                true,
                "nuc-" + number,
                NOW.minus(Duration.ofDays(90)),
                false,
                null,
                null,
                true,
                3,
                number == 4 ? "0.0.9" : "0.1.0",
                seen,
                backlog,
                backlog == 0 ? null : seen.minusSeconds(60),
                printer,
                scanner,
                scale);
    }

    private static StationView expected(int number, String name) {
        return new StationView(
                id(number),
                name,
                true,
                null,
                null,
                false,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static StationView with(StationView now, @Nullable String message) {
        return changed(now, now.draining(), message, now.revokedAt());
    }

    private static StationView drained(StationView now) {
        return changed(now, true, now.message(), now.revokedAt());
    }

    private static StationView revoked(StationView now) {
        return changed(now, now.draining(), now.message(), NOW);
    }

    static StationView changed(
            StationView now,
            boolean draining,
            @Nullable String message,
            @Nullable Instant revokedAt) {
        return new StationView(
                now.stationId(),
                now.name(),
                revokedAt == null,
                now.machine(),
                now.enrolledAt(),
                draining,
                message,
                revokedAt,
                now.signs(),
                now.protocol(),
                now.program(),
                now.lastSeenAt(),
                now.backlog(),
                now.oldestUnsentAt(),
                now.printer(),
                now.scanner(),
                now.scale());
    }
}
