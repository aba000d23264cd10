package io.fulfillx.backend.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.event.Feed.Change;
import io.fulfillx.backend.platform.event.Feed.Cursor;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

class FeedTest {
    private final Transactions transactions = TestBackend.assembly().foundation().transactions();
    private final OrgId org = TestBackend.newOrg().id();
    private final Feed feed = new Feed();
    private final UUID station = UUID.randomUUID();

    private List<Change> read(Cursor after) {
        return transactions.inOrg(org, tx -> feed.read(tx, after, station, 100));
    }

    /** Whoever else has a transaction open holds the feed back for a moment. */
    private List<Change> readWhenAllAreThere(Cursor after, int changes) {
        Floor.await(() -> read(after).size() >= changes);
        return read(after);
    }

    private void add(UUID subject) {
        transactions.inOrg(
                org,
                tx -> {
                    feed.add(tx, "thing", subject, null);
                    return true;
                });
    }

    @Test
    void aChangeThatCommitsLateIsNeverSkipped() throws InterruptedException {
        UUID slow = UUID.randomUUID();
        UUID fast = UUID.randomUUID();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread late =
                Thread.startVirtualThread(
                        () ->
                                transactions.inOrg(
                                        org,
                                        tx -> {
                                            feed.add(tx, "thing", slow, null);
                                            written.countDown();
                                            await(release);
                                            return true;
                                        }));
        written.await();
        add(fast);
        Cursor cursor = transactions.inOrg(org, feed::start);
        List<UUID> seen = new ArrayList<>();
        for (Change change : read(cursor)) {
            seen.add(change.subject());
            cursor = change.cursor();
        }
        release.countDown();
        late.join();
        for (Change change : readWhenAllAreThere(cursor, 2 - seen.size())) {
            seen.add(change.subject());
        }
        assertEquals(List.of(slow, fast), seen);
    }

    @Test
    void aStationSeesItsOwnChangesAndThoseForAll() {
        UUID mine = UUID.randomUUID();
        UUID everybodys = UUID.randomUUID();
        transactions.inOrg(
                org,
                tx -> {
                    feed.add(tx, "thing", mine, station);
                    feed.add(tx, "thing", everybodys, null);
                    feed.add(tx, "thing", UUID.randomUUID(), UUID.randomUUID());
                    return true;
                });
        Cursor start = transactions.inOrg(org, feed::start);
        assertEquals(
                List.of(mine, everybodys),
                readWhenAllAreThere(start, 2).stream().map(Change::subject).toList());
    }

    /** Nine comes before ten, though not as a text: a page that ends with nine would lose it. */
    @Test
    void changesComeInTheOrderOfTheirTransactionsAndNotOfTheirDigits() {
        UUID ninth = UUID.randomUUID();
        UUID tenth = UUID.randomUUID();
        transactions.inOrg(
                org,
                tx -> {
                    of(tx, "10", tenth);
                    of(tx, "9", ninth);
                    return true;
                });
        Cursor start = transactions.inOrg(org, feed::start);
        List<Change> page = transactions.inOrg(org, tx -> feed.read(tx, start, station, 1));
        assertEquals(List.of(ninth), page.stream().map(Change::subject).toList());
        assertEquals(
                List.of(tenth),
                read(page.getFirst().cursor()).stream().map(Change::subject).toList());
    }

    private static void of(Tx tx, String transaction, UUID subject) {
        tx.sql(
                        "insert into event (org_id, xid, kind, subject_id)"
                                + " values (:org, cast(:xid as xid8), 'thing', :subject)")
                .with("xid", transaction)
                .with("subject", subject)
                .run();
    }

    @Test
    void aCursorSurvivesItsTextAndAnythingElseIsNone() {
        Cursor cursor = new Cursor("7531", "900", 12);
        assertEquals(Optional.of(cursor), Cursor.find(cursor.toString()));
        assertEquals(Optional.empty(), Cursor.find("7531:900"));
        assertEquals(Optional.empty(), Cursor.find("a:b:c"));
        assertEquals(Optional.empty(), Cursor.find(""));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
