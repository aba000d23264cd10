package io.fulfillx.desktop.store;

import io.fulfillx.model.id.Ids;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.OpenJournal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The journal on its way to the server: which life of it goes on, and its rows exactly as they were
 * signed. Every method is durable when it returns.
 */
public final class OutgoingJournal {
    private static final String GENERATION = "generation";
    private static final String OPENING = "opening";
    private static final String GATHER = "gather";

    private final StoreLock lock;
    private final JournalTable journal;
    private final MetaTable meta;
    private final StationKey key;
    private final Ids ids;

    OutgoingJournal(StoreLock lock, JournalTable journal, MetaTable meta, StationKey key, Ids ids) {
        this.ids = ids;
        this.lock = lock;
        this.journal = journal;
        this.meta = meta;
        this.key = key;
    }

    /**
     * Rows to send, in order.
     *
     * @param firstN number of the first row; meaningless without any
     * @param rows each as it was signed, JSON
     */
    public record Batch(String epoch, long generation, long firstN, List<String> rows) {
        public Batch {
            rows = List.copyOf(rows);
        }
    }

    /** A row as it stands in the store. */
    record Row(long n, String json) {}

    /** The public half of the key that signs, X.509 in base64. */
    public String publicKey() {
        return key.publicKey();
    }

    /** Asks to go on with this journal; until it is answered the request stays the same one. */
    public OpenJournal opening(String machine) {
        return lock.commit(
                _ -> {
                    String opening = meta.get(OPENING).orElseGet(() -> ids.get().toString());
                    meta.put(OPENING, opening);
                    return new OpenJournal(
                            journal.epoch(),
                            generation(),
                            UUID.fromString(opening),
                            machine,
                            journal.lastN(),
                            journal.headHash(),
                            key.publicKey());
                });
    }

    /** The server lets this journal go on. */
    public void opened(long generation) {
        lock.change(
                _ -> {
                    meta.put(GENERATION, Long.toString(generation));
                    meta.put(OPENING, null);
                });
    }

    /**
     * For a store that turned out to be an old copy: what is not answered is numbered and signed
     * anew in an epoch of its own. The acts keep their ids, so none of them can happen twice.
     */
    public void startEpoch() {
        lock.change(
                _ -> {
                    journal.startEpoch();
                    meta.put(OPENING, null);
                });
    }

    /** A feed that begins anew is of a database that was put back. Inside a commit. */
    void heard(FeedPage page) throws SQLException {
        if (page.reset()) {
            meta.put(GATHER, "1");
        }
    }

    /**
     * After the database was put back: what is kept of earlier epochs is numbered anew, with all of
     * this one. What the server still has it knows by the acts' ids.
     *
     * @return false when there is nothing to gather
     */
    public boolean gatherEpochs() {
        return lock.commit(
                _ -> {
                    boolean gathered = meta.get(GATHER).isPresent() && journal.gatherEpochs();
                    meta.put(GATHER, null);
                    if (gathered) {
                        meta.put(OPENING, null);
                    }
                    return gathered;
                });
    }

    /** For a server that lost what it had answered: rows after that are unsent again. */
    public void sendAgainAfter(String epoch, long n) {
        lock.change(_ -> journal.sendAgainAfter(epoch, n));
    }

    /** The last row of this epoch that the server has answered; 0 without any. */
    public long answeredUpTo() {
        return lock.read(_ -> journal.answeredUpTo());
    }

    /** What to send next; the newest act only when it can no longer be taken back. */
    public Batch next(java.time.Instant recordedBefore, int max) {
        return lock.commit(
                _ -> {
                    journal.release(recordedBefore);
                    List<Row> rows = journal.unsentRows(max);
                    return new Batch(
                            journal.epoch(),
                            generation(),
                            rows.isEmpty() ? 0 : rows.getFirst().n(),
                            rows.stream().map(Row::json).toList());
                });
    }

    /**
     * All that the server has not answered, to be carried there by hand; sending it later as well
     * does no harm.
     *
     * @return how many rows there are
     */
    public int writeTo(Path file) {
        return new CarriedJournal(lock, journal, meta).writeTo(file);
    }

    private long generation() throws SQLException {
        return Long.parseLong(meta.get(GENERATION).orElse("0"));
    }
}
