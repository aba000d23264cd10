package io.fulfillx.desktop.sync;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Puts together what both loops saw; the worse word counts. */
final class LinkWatch {
    /** The two directions. */
    enum Way {
        UP,
        DOWN
    }

    private final Clock clock;
    private final Runnable changed;
    private final Map<Way, Link> seen = new EnumMap<>(Way.class);
    private @Nullable Instant lastSuccess;

    LinkWatch(Clock clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
        // Nothing was sent yet, so only the way down has to prove itself first.
        seen.put(Way.UP, new Link.Online());
        seen.put(Way.DOWN, new Link.Offline(clock.instant()));
    }

    void online(Way way) {
        synchronized (this) {
            lastSuccess = clock.instant();
            seen.put(way, new Link.Online());
        }
        changed.run();
    }

    void offline(Way way) {
        synchronized (this) {
            if (of(way) instanceof Link.Offline) {
                return;
            }
            seen.put(way, new Link.Offline(clock.instant()));
        }
        changed.run();
    }

    void refused(Way way, String code) {
        synchronized (this) {
            seen.put(way, new Link.Refused(code));
        }
        changed.run();
    }

    synchronized Link link() {
        return worse(of(Way.UP), of(Way.DOWN));
    }

    /** What one direction saw by itself. */
    synchronized Link of(Way way) {
        return Objects.requireNonNull(seen.get(way));
    }

    synchronized @Nullable Instant lastSuccess() {
        return lastSuccess;
    }

    private static Link worse(Link left, Link right) {
        if (left instanceof Link.Offline(Instant a) && right instanceof Link.Offline(Instant b)) {
            return a.isBefore(b) ? left : right;
        }
        return rank(left) >= rank(right) ? left : right;
    }

    private static int rank(Link link) {
        return switch (link) {
            case Link.Online _ -> 0;
            case Link.Offline _ -> 1;
            case Link.NotEnrolled _ -> 2;
            case Link.Refused _ -> 3;
        };
    }
}
