package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.inventory.ledger.JournalStore.Head;
import io.fulfillx.backend.inventory.ledger.JournalStore.Sealable;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Seals what was booked since the last block, every few seconds and never in the way of a booking.
 */
public final class SealLedgerWorker implements Worker {
    private static final Duration PACE = Duration.ofSeconds(5);
    private static final int MAX_ROWS = 1_000;

    private final Transactions transactions;
    private final Supplier<SealKeys> keys;
    private final JournalStore journal = new JournalStore();

    public SealLedgerWorker(Transactions transactions, Supplier<SealKeys> keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "seal-ledger";
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
        return Next.atOnceIf(seal(org) == MAX_ROWS);
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
