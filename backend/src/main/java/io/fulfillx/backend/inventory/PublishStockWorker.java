package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.PublishStore.Changed;
import io.fulfillx.backend.inventory.PublishStore.Mark;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrgId;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Follows the ledger and queues for each channel what it is to show of each item that changed. The
 * ledger itself is the feed: a change cannot commit without its row.
 */
final class PublishStockWorker implements Worker {
    /** Of the news that shops are to be told figures. */
    static final String QUEUED = "stock-errands";

    private static final Duration PACE = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final ShowStock show;
    private final PublishStore store;

    PublishStockWorker(Transactions transactions, ShowStock show, PublishStore store) {
        this.transactions = transactions;
        this.show = show;
        this.store = store;
    }

    @Override
    public String name() {
        return "publish-stock";
    }

    @Override
    public Set<String> wokenBy() {
        return Set.of(StockLedger.TOPIC);
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public Next runOnce(OrgId org) {
        return Next.atOnceIf(transactions.inOrg(org, this::publish));
    }

    /** True when there may be more. */
    private boolean publish(Tx tx) {
        List<UUID> channels = store.channels(tx);
        if (channels.isEmpty()) {
            return false;
        }
        Optional<Mark> mark = store.lockMark(tx);
        List<Changed> changed = mark.map(after -> store.changed(tx, after)).orElse(List.of());
        if (changed.isEmpty()) {
            return false;
        }
        Set<ItemId> items = new LinkedHashSet<>();
        changed.forEach(each -> items.add(each.item()));
        items.addAll(store.kitsOf(tx, List.copyOf(items)));
        store.queue(tx, show.of(tx, channels, List.copyOf(items)));
        store.moveMark(tx, changed.getLast().mark());
        tx.wakeAfterCommit(QUEUED);
        return true;
    }
}
