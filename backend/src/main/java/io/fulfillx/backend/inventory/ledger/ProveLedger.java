package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.inventory.api.LedgerReport;
import io.fulfillx.backend.inventory.ledger.JournalStore.Line;
import io.fulfillx.backend.inventory.ledger.JournalStore.Sealable;
import io.fulfillx.backend.inventory.ledger.SealBlock.Entry;
import io.fulfillx.backend.inventory.ledger.SealBlock.Place;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Proves that the levels are what the ledger says, and that nobody changed the ledger. */
public final class ProveLedger {
    private static final int MAX_FINDINGS = 100;

    private final Transactions transactions;
    private final SealKeys keys;
    private final JournalStore journal = new JournalStore();

    public ProveLedger(Transactions transactions, SealKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    public LedgerReport prove(OrgId org) {
        StockReplay.Result replay = transactions.inOrg(org, this::replay);
        Chain chain = new Chain();
        while (transactions.inOrg(org, chain::nextBlocks)) {
            // A transaction for each few blocks keeps none open for long.
        }
        long waiting = transactions.inOrg(org, tx -> journal.waiting(tx, chain.place));
        List<String> findings = new ArrayList<>(replay.findings());
        findings.addAll(chain.findings);
        long serials = transactions.inOrg(org, journal::serialDrift);
        if (serials > 0) {
            findings.add(serials + " serial numbers and units differ");
        }
        return new LedgerReport(
                transactions.inOrg(org, journal::slug),
                replay.events(),
                replay.rows(),
                replay.levels(),
                replay.drift() + serials,
                chain.block,
                chain.sealed,
                waiting,
                chain.block == 0 ? "" : HexFormat.of().formatHex(chain.hash),
                findings);
    }

    private StockReplay.Result replay(Tx tx) {
        StockReplay replay = new StockReplay();
        journal.open(tx);
        List<Line> lines = journal.fetch(tx);
        while (!lines.isEmpty()) {
            lines.forEach(replay::take);
            lines = journal.fetch(tx);
        }
        journal.close(tx);
        return replay.finish();
    }

    /** Walks the blocks from the first to the last. */
    private final class Chain {
        private final List<String> findings = new ArrayList<>();
        private byte[] hash = SealBlock.NOTHING;
        private Place place = Place.START;
        private long block;
        private long sealed;

        /** False when there are no more. */
        boolean nextBlocks(Tx tx) {
            List<SealBlock> blocks = journal.blocks(tx, block);
            blocks.forEach(each -> check(tx, each));
            return !blocks.isEmpty();
        }

        private void check(Tx tx, SealBlock next) {
            String name = "seal " + next.number();
            if (next.number() != block + 1) {
                find(name + ": the blocks from " + (block + 1) + " on are missing");
            }
            if (!Arrays.equals(next.previous(), hash)) {
                find(name + ": does not continue the block before");
            }
            byte[] expected =
                    SealBlock.hash(tx.org(), next.number(), next.previous(), next.entries());
            if (!Arrays.equals(expected, next.hash())) {
                find(name + ": its list of rows was changed");
            }
            if (!keys.verifies(next.keyId(), next.hash(), next.signature())) {
                find(name + ": the signature does not hold");
            }
            compare(tx, name, next.entries(), journal.between(tx, place, next.last()));
            hash = next.hash();
            place = next.last();
            block = next.number();
            sealed += next.entries().size();
        }

        private void compare(Tx tx, String name, List<Entry> entries, List<Sealable> rows) {
            Map<UUID, byte[]> found = new HashMap<>();
            rows.forEach(
                    row -> found.put(row.place().entryId(), SealBlock.hashOf(row.canonical())));
            List<UUID> order = new ArrayList<>();
            for (Entry entry : entries) {
                byte[] now = found.remove(entry.entryId());
                if (now == null) {
                    boolean elsewhere = journal.exists(tx, entry.entryId());
                    find(name, entry.entryId(), elsewhere ? "was moved away" : "was deleted");
                } else {
                    order.add(entry.entryId());
                    if (!Arrays.equals(now, entry.hash())) {
                        find(name, entry.entryId(), "was edited");
                    }
                }
            }
            found.keySet().forEach(id -> find(name, id, "was slipped in"));
            List<UUID> stands =
                    rows.stream()
                            .map(row -> row.place().entryId())
                            .filter(order::contains)
                            .toList();
            for (int i = 0; i < order.size(); i++) {
                if (!order.get(i).equals(stands.get(i))) {
                    find(name, order.get(i), "was reordered");
                    break;
                }
            }
        }

        private void find(String name, UUID entry, String what) {
            find(name + ": row " + entry + " " + what);
        }

        private void find(String sentence) {
            if (findings.size() < MAX_FINDINGS) {
                findings.add(sentence);
            }
        }
    }
}
