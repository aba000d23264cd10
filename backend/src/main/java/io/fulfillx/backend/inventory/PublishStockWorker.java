package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.PublishStore.Changed;
import io.fulfillx.backend.inventory.PublishStore.Mark;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrgId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final ShowStock show;
    private final PublishStore store;
    private final Clock clock;
    private Instant next = Instant.EPOCH;

    PublishStockWorker(Transactions transactions, ShowStock show, PublishStore store, Clock clock) {
        this.transactions = transactions;
        this.show = show;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "publish-stock";
    }

    @Override
    public boolean runOnce() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return false;
        }
        boolean more = false;
        for (OrgId org : transactions.orgs()) {
            more |= transactions.inOrg(org, this::publish);
        }
        next = more ? now : now.plus(PAUSE);
        return more;
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
        tx.wakeOthersAfterCommit();
        return true;
    }
}
