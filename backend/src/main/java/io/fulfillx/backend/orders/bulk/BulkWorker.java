package io.fulfillx.backend.orders.bulk;

import io.fulfillx.backend.orders.OrderActs;
import io.fulfillx.backend.orders.bulk.BulkStore.BulkJob;
import io.fulfillx.backend.orders.bulk.BulkStore.BulkRow;
import io.fulfillx.backend.orders.bulk.BulkStore.Outcome;
import io.fulfillx.backend.orders.bulk.BulkStore.State;
import io.fulfillx.backend.orders.notes.WriteNote;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Does jobs over many orders, each order in a transaction of its own together with what came of it:
 * a killed server goes on with the next one, and no order is done twice.
 */
public final class BulkWorker implements Worker {
    /** Of the news that there is something to do. */
    static final String TOPIC = "bulk";

    private static final Duration PACE = Duration.ofMillis(500);
    private static final int BATCH = 100;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final OrderActs orders;
    private final WriteNote notes;
    private final Clock clock;
    private final String instance;
    private final BulkStore jobs = new BulkStore();

    /**
     * @param instance names this process, also after it was killed and started again
     */
    public BulkWorker(
            Transactions transactions,
            OrderActs orders,
            WriteNote notes,
            Clock clock,
            String instance) {
        this.transactions = transactions;
        this.orders = orders;
        this.notes = notes;
        this.clock = clock;
        this.instance = instance;
    }

    @Override
    public String name() {
        return "bulk-jobs";
    }

    @Override
    public Set<String> wokenBy() {
        return Set.of(TOPIC);
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public Next runOnce(OrgId org) {
        if (!transactions.inOrg(org, jobs::anyRunning)) {
            return Next.WHEN_WOKEN;
        }
        Instant now = clock.instant();
        Optional<UUID> claimed =
                transactions.inOrg(org, tx -> jobs.claim(tx, instance, now, now.plus(LEASE)));
        claimed.ifPresent(id -> batch(org, id));
        // Another process may have it, and die.
        return claimed.isPresent() ? Next.AT_ONCE : Next.SOON;
    }

    private void batch(OrgId org, UUID id) {
        BulkJob job = transactions.inOrg(org, tx -> jobs.find(tx, id)).orElseThrow();
        List<BulkRow> rows = transactions.inOrg(org, tx -> jobs.next(tx, id, BATCH));
        for (BulkRow row : rows) {
            one(org, job, row);
        }
        if (rows.size() < BATCH) {
            transactions.inOrg(
                    org,
                    tx -> {
                        jobs.end(tx, id, State.DONE);
                        return true;
                    });
        }
    }

    private void one(OrgId org, BulkJob job, BulkRow row) {
        try {
            boolean _ = transactions.inOrg(org, tx -> act(tx, job, row));
        } catch (Fault fault) {
            boolean _ =
                    transactions.inOrg(
                            org,
                            tx ->
                                    settle(
                                            tx,
                                            job,
                                            row,
                                            Outcome.FAILED,
                                            fault.code().slug(),
                                            fault.detail()));
        }
    }

    private boolean act(Tx tx, BulkJob job, BulkRow row) {
        if (!jobs.take(tx, job.bulkJobId(), row)) {
            return false;
        }
        boolean changed = act(tx, job.action(), row.orderId(), job.actor());
        Outcome outcome = changed ? Outcome.DONE : Outcome.UNCHANGED;
        return settle(tx, job, row, outcome, null, null);
    }

    private boolean settle(
            Tx tx,
            BulkJob job,
            BulkRow row,
            Outcome outcome,
            @Nullable String code,
            @Nullable String detail) {
        Instant until = clock.instant().plus(LEASE);
        jobs.settle(tx, job.bulkJobId(), row, outcome, code, detail, until);
        return true;
    }

    private boolean act(Tx tx, BulkAction action, OrderId order, String actor) {
        return switch (action.wanted()) {
            case HOLD -> orders.hold(tx, order, action.hold(), action.why(), actor);
            case RELEASE_HOLD -> orders.release(tx, order, action.hold(), actor);
            case TAG -> orders.tag(tx, order, action.named(), List.of(), actor);
            case UNTAG -> orders.tag(tx, order, List.of(), action.named(), actor);
            case CANCEL -> orders.cancel(tx, order, action.why(), actor);
            case RERUN_RULES -> orders.rerunRules(tx, order, actor);
            case NOTE -> {
                OrderActs.OrderSeen _ = orders.lock(tx, order);
                notes.write(tx, order, action.said(), actor);
                orders.changed(tx, order);
                yield true;
            }
        };
    }
}
