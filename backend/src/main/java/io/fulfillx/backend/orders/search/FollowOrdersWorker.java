package io.fulfillx.backend.orders.search;

import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the feed of changed orders and hands each order that changed to those who derive something
 * from it. The place in the feed commits together with what they keep.
 */
public final class FollowOrdersWorker implements Worker {
    /** Topic of the news that those who follow orders have kept something. */
    public static final String FOLLOWED = "orders-followed";

    private static final int BATCH = 500;

    /** No station has it, so only what concerns everybody is read. */
    private static final UUID NO_STATION = new UUID(0, 0);

    private final Transactions transactions;
    private final Feed feed;
    private final String kind;
    private final List<FollowsOrders> followers;
    private final OrderIndexStore cursors = new OrderIndexStore();
    private final OrderFactsStore facts = new OrderFactsStore();

    /**
     * @param kind the feed's kind of a changed order
     */
    public FollowOrdersWorker(
            Transactions transactions, Feed feed, String kind, List<FollowsOrders> followers) {
        this.transactions = transactions;
        this.feed = feed;
        this.kind = kind;
        this.followers = List.copyOf(followers);
    }

    @Override
    public String name() {
        return "follow-orders";
    }

    @Override
    public Set<String> wokenBy() {
        return Set.of(Feed.TOPIC);
    }

    @Override
    public Next runOnce(OrgId org) {
        return Next.atOnceIf(transactions.inOrg(org, this::follow));
    }

    private boolean follow(Tx tx) {
        Feed.Cursor start = feed.start(tx);
        Optional<Feed.Cursor> place = cursors.find(tx).map(text -> cursor(text, start));
        if (place.isEmpty()) {
            cursors.begin(tx, start.toString());
            return true;
        }
        // Looking locks nothing: most organizations have nothing new most of the time.
        if (feed.read(tx, place.get(), NO_STATION, 1).isEmpty()) {
            return false;
        }
        return cursors.lock(tx).map(text -> follow(tx, cursor(text, start))).orElse(false);
    }

    /** After a restore elsewhere the numbers begin anew, and so does this. */
    private static Feed.Cursor cursor(String text, Feed.Cursor start) {
        return Feed.Cursor.find(text)
                .filter(cursor -> cursor.epoch().equals(start.epoch()))
                .orElse(start);
    }

    private boolean follow(Tx tx, Feed.Cursor after) {
        List<Feed.Change> changes = feed.read(tx, after, NO_STATION, BATCH);
        if (changes.isEmpty()) {
            return false;
        }
        List<OrderId> changed =
                changes.stream()
                        .filter(change -> change.kind().equals(kind))
                        .map(change -> new OrderId(change.subject()))
                        .distinct()
                        .toList();
        List<OrderFacts> orders = new ArrayList<>(facts.facts(tx, changed));
        if (!orders.isEmpty()) {
            followers.forEach(follower -> follower.follow(tx, orders));
        }
        cursors.move(tx, changes.getLast().cursor().toString());
        tx.wakeAfterCommit(FOLLOWED);
        return changes.size() == BATCH;
    }
}
