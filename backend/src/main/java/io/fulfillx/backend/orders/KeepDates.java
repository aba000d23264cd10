package io.fulfillx.backend.orders;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.orders.HoldStore.Hold;
import io.fulfillx.backend.orders.ReplanOrder.Act;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Ends holds and opens parts whose time has come, each in a transaction of its own. */
final class KeepDates implements Worker {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final HoldStore holds;
    private final StockHoldStore stockHolds;
    private final OrderParts parts;
    private final ReplanOrder replan;
    private final OrderJournal journal;
    private final Clock clock;

    KeepDates(
            Transactions transactions,
            HoldStore holds,
            StockHoldStore stockHolds,
            OrderParts parts,
            ReplanOrder replan,
            OrderJournal journal,
            Clock clock) {
        this.transactions = transactions;
        this.holds = holds;
        this.stockHolds = stockHolds;
        this.parts = parts;
        this.replan = replan;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "keep-dates";
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
        List<HoldStore.Due> ended =
                transactions.inOrg(
                        org,
                        tx -> {
                            stockHolds.releaseDue(tx, clock.instant());
                            return holds.due(tx, clock.instant(), BATCH);
                        });
        ended.forEach(due -> transactions.inOrg(org, tx -> release(tx, due)));
        List<FulfillmentOrderId> opened = transactions.inOrg(org, tx -> parts.due(tx, BATCH));
        opened.forEach(id -> transactions.inOrg(org, tx -> open(tx, id)));
        return Next.atOnceIf(ended.size() == BATCH || opened.size() == BATCH);
    }

    private boolean release(Tx tx, HoldStore.Due due) {
        var _ = journal.lock(tx, due.order());
        holds.find(tx, due.order(), due.hold())
                .filter(Hold::active)
                .ifPresent(hold -> journal.release(tx, due.order(), hold.asActive(), Actor.SYSTEM));
        return true;
    }

    private boolean open(Tx tx, FulfillmentOrderId id) {
        if (parts.get(tx, id).state() == FulfillmentOrderState.SCHEDULED) {
            replan.open(tx, id, new Act(Actor.SYSTEM, ""));
        }
        return true;
    }
}
