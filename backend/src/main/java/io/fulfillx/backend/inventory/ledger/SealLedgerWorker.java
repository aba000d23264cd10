package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.inventory.ledger.JournalStore.Head;
import io.fulfillx.backend.inventory.ledger.JournalStore.Sealable;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Seals what was booked since the last block, every few seconds and never in the way of a booking.
 */
public final class SealLedgerWorker implements Worker {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MAX_ROWS = 1_000;

    private final Transactions transactions;
    private final Supplier<SealKeys> keys;
    private final Clock clock;
    private final JournalStore journal = new JournalStore();
    private Instant next = Instant.EPOCH;

    public SealLedgerWorker(Transactions transactions, Supplier<SealKeys> keys, Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "seal-ledger";
    }

    @Override
    public boolean runOnce() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return false;
        }
        boolean more = false;
        for (OrgId org : transactions.orgs()) {
            more |= seal(org) == MAX_ROWS;
        }
        next = more ? now : now.plus(PAUSE);
        return more;
    }

    /** Seals one block of the organisation and returns the number of its rows. */
    public int seal(OrgId org) {
        return transactions.inOrg(org, this::seal);
    }

    private int seal(Tx tx) {
        Head head = journal.head(tx);
        List<Sealable> rows = journal.after(tx, head.place(), MAX_ROWS);
        if (rows.isEmpty()) {
            return 0;
        }
        List<SealBlock.Entry> entries =
                rows.stream()
                        .map(
                                row ->
                                        new SealBlock.Entry(
                                                row.place().entryId(),
                                                SealBlock.hashOf(row.canonical())))
                        .toList();
        long number = head.block() + 1;
        byte[] hash = SealBlock.hash(tx.org(), number, head.hash(), entries);
        SealKeys signer = keys.get();
        SealBlock block =
                new SealBlock(
                        number,
                        entries,
                        rows.getLast().place(),
                        head.hash(),
                        hash,
                        signer.sign(hash),
                        signer.signingId());
        return journal.append(tx, block) ? rows.size() : 0;
    }
}
