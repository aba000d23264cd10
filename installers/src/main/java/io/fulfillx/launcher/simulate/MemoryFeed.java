package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.platform.event.Feed.Change;
import io.fulfillx.backend.platform.event.Feed.Cursor;
import io.fulfillx.backend.platform.event.FeedSource;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.launcher.simulate.Books.Event;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The feed in memory. Transactions get their numbers and their events' numbers as in the database:
 * whoever took one early may commit late. Neither is given twice, also after a rollback.
 */
class MemoryFeed implements FeedSource {
    private static final Comparator<Event> ORDER =
            Comparator.comparingLong(Event::xid).thenComparingLong(Event::seq);

    private final Books books;
    private final TreeSet<Long> open = new TreeSet<>();
    private long epoch = 7;
    private long nextXid = 700;
    private long nextSeq = 1;
    private long current;
    private @Nullable Early reserved;

    MemoryFeed(Books books) {
        this.books = books;
    }

    /**
     * A transaction that began and did not end yet.
     *
     * @param xid 0 while it has none
     */
    record Early(long xid, long seq) {}

    /**
     * A slow writer begins: it has the number of its first event, and perhaps its own.
     *
     * @param wrote whether it changed something already
     */
    Early begin(boolean wrote) {
        long xid = wrote ? nextXid++ : 0;
        if (wrote) {
            open.add(xid);
        }
        return new Early(xid, nextSeq++);
    }

    /** The next transaction is this one. */
    void goOn(Early early) {
        reserved = early;
        if (early.xid() != 0) {
            current = early.xid();
        }
    }

    /** The current transaction has ended, one way or the other. */
    void ended() {
        if (current != 0) {
            open.remove(current);
        }
        current = 0;
        reserved = null;
    }

    /** A transaction is rolled back. */
    void abandon(Early early) {
        open.remove(early.xid());
    }

    /** The database was restored: numbers begin where the backup had them, in another history. */
    void restored() {
        epoch++;
        open.clear();
        ended();
    }

    void add(String kind, UUID subject, @Nullable UUID station) {
        if (current == 0) {
            current = nextXid++;
            open.add(current);
        }
        Early early = reserved;
        reserved = null;
        long seq = early == null ? nextSeq++ : early.seq();
        books.events.put(seq, new Event(current, seq, kind, subject, station));
    }

    /** No transaction has had this number yet. */
    long xmax() {
        return nextXid;
    }

    long xmin() {
        long lowest = open.isEmpty() ? nextXid : open.first();
        return Math.min(lowest, nextXid);
    }

    @Override
    public Cursor end(Tx tx) {
        return new Cursor(Long.toString(epoch), Long.toString(xmin()), 0);
    }

    @Override
    public List<Change> read(Tx tx, Cursor after, UUID station, int limit) {
        long xid = Long.parseLong(after.xid());
        return books.events.rows().stream()
                .filter(event -> event.xid() < xmin())
                .filter(event -> isBehind(event, xid, after.seq()))
                .filter(event -> event.station() == null || station.equals(event.station()))
                .sorted(order())
                .limit(limit)
                .map(event -> change(after.epoch(), event))
                .toList();
    }

    /** Whether the event comes after that place. */
    boolean isBehind(Event event, long xid, long seq) {
        return event.xid() > xid || event.xid() == xid && event.seq() > seq;
    }

    Comparator<Event> order() {
        return ORDER;
    }

    private static Change change(String epoch, Event event) {
        return new Change(
                new Cursor(epoch, Long.toString(event.xid()), event.seq()),
                event.kind(),
                event.subject());
    }
}
