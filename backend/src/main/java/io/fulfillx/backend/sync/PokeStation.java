package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Feed.Change;
import io.fulfillx.backend.platform.event.Feed.Cursor;
import io.fulfillx.backend.platform.event.Poke;
import io.fulfillx.backend.platform.http.PushSession;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tells a connected station that its feed has something new, as soon as that is committed. What is
 * new the station asks for itself; a poke that gets lost is made good by its next poll.
 */
final class PokeStation {
    private static final int MANY = 500;
    private static final Duration BEAT = Duration.ofSeconds(15);

    /**
     * What was committed is hidden from readers while an older transaction is still open, which may
     * end without news: after a poke it looks again, each time after twice as long.
     */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private static final Duration LOOK_LAST = Duration.ofSeconds(2);

    /** A token lasts an hour: whoever connects anew shows that it still may. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Transactions transactions;
    private final Feed feed;
    private final Poke poke;
    private final Clock clock;

    PokeStation(Transactions transactions, Feed feed, Poke poke, Clock clock) {
        this.transactions = transactions;
        this.feed = feed;
        this.poke = poke;
        this.clock = clock;
    }

    void watch(OrgId org, StationId station, PushSession session) {
        Instant end = clock.instant().plus(LIFE);
        Cursor place = transactions.inOrg(org, feed::end);
        // What was committed before this connection stood.
        session.poke();
        Duration again = LOOK_AGAIN;
        while (session.isOpen() && clock.instant().isBefore(end)) {
            long seen = poke.seen(org);
            Cursor here = place;
            List<Change> changes =
                    transactions.inOrg(org, tx -> feed.read(tx, here, station.value(), MANY));
            if (!changes.isEmpty()) {
                place = changes.getLast().cursor();
                session.poke();
            }
            boolean looks = again.compareTo(LOOK_LAST) < 0;
            if (poke.await(org, seen, looks ? again : BEAT)) {
                again = LOOK_AGAIN;
            } else if (looks) {
                again = again.multipliedBy(2);
            } else {
                session.beat();
            }
        }
    }
}
