package io.fulfillx.backend.insight;

import io.fulfillx.backend.insight.BacklogStore.Mark;
import io.fulfillx.backend.platform.cache.AnswerCache;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Feed.Change;
import io.fulfillx.backend.platform.event.Feed.Cursor;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Follows the feed and takes over what each changed order is now. It looks every two seconds and
 * not at every commit, so that a thousand orders a second do not cause a thousand looks.
 */
final class FollowOrdersWorker implements Worker {
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final int MAX_CHANGES = 2_000;
    private static final int MAX_FILL = 2_000;

    private final Transactions transactions;
    private final Feed feed;
    private final BacklogStore store;
    private final AnswerCache cache;
    private final String kind;

    /**
     * @param kind the feed's word for a changed order
     */
    FollowOrdersWorker(
            Transactions transactions,
            Feed feed,
            BacklogStore store,
            AnswerCache cache,
            String kind) {
        this.transactions = transactions;
        this.feed = feed;
        this.store = store;
        this.cache = cache;
        this.kind = kind;
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
    public Duration pace() {
        return PACE;
    }

    @Override
    public Next runOnce(OrgId org) {
        return Next.atOnceIf(follow(org));
    }

    /** What one look came to. */
    private record Step(boolean changed, boolean more, String xid) {
        static final Step NONE = new Step(false, false, "");
    }

    /** Follows one step; true when there may be more at once. */
    boolean follow(OrgId org) {
        Step step = transactions.inOrg(org, this::step);
        if (step.changed()) {
            cache.forget(ReadBacklog.scope(org), step.xid());
        }
        return step.more();
    }

    private Step step(Tx tx) {
        Cursor end = feed.end(tx);
        Optional<Mark> known = store.mark(tx);
        if (known.isPresent() && known.get().filled()) {
            Mark mark = known.get();
            boolean sameEpoch = mark.cursor().epoch().equals(end.epoch());
            if (sameEpoch && feed.all(tx, mark.cursor(), 1).isEmpty()) {
                return Step.NONE;
            }
        }
        return store.lockMark(tx, end).map(mark -> step(tx, end, mark)).orElse(Step.NONE);
    }

    private Step step(Tx tx, Cursor end, Mark mark) {
        if (!mark.cursor().epoch().equals(end.epoch())) {
            // Another cluster counts its transactions anew: nothing that is known holds.
            store.empty(tx);
            return new Step(true, true, store.transaction(tx));
        }
        List<Change> changes = feed.all(tx, mark.cursor(), MAX_CHANGES);
        Set<UUID> orders = new LinkedHashSet<>();
        changes.stream().filter(c -> c.kind().equals(kind)).forEach(c -> orders.add(c.subject()));
        if (!orders.isEmpty()) {
            store.project(tx, orders);
        }
        if (!changes.isEmpty()) {
            store.move(tx, changes.getLast().cursor());
        }
        boolean filling = !mark.filled() && store.fill(tx, mark, MAX_FILL) == MAX_FILL;
        boolean changed = !orders.isEmpty() || !mark.filled();
        boolean more = filling || changes.size() == MAX_CHANGES;
        return new Step(changed, more, changed ? store.transaction(tx) : "");
    }
}
