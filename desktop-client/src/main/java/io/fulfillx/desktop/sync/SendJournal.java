package io.fulfillx.desktop.sync;

import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.JournalOpened;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Set;

/**
 * Sends the journal up, batch by batch. Before the first batch of a run, and whenever the server
 * contradicts, it asks the server how to go on.
 */
public final class SendJournal {
    private static final Logger LOG = LoggerFactory.getLogger(SendJournal.class);

    /** Verdicts which say that the server does not believe the journal itself. */
    private static final Set<String> DOUBTS =
            Set.of("not-signed", "signature-wrong", "chain-broken");

    private static final int CONFLICT = 409;
    private static final String KEY_CHANGED = "key-changed";
    private static final int NOT_FOUND = 404;
    private static final int TRIES = 3;

    private enum Standing {
        UNKNOWN,
        OPEN,
        /** The server is of a release that does not know of openings. */
        UNOPENED
    }

    private final StationStore store;
    private final OutgoingJournal journal;
    private final StationIdentity identity;
    private final ServerLine line;
    private final String machine;
    private volatile Standing standing = Standing.UNKNOWN;
    private volatile @Nullable String doubt;

    /**
     * @param machine tells this computer from others
     */
    public SendJournal(
            StationStore store, StationIdentity identity, ServerLine line, String machine) {
        this.store = store;
        this.journal = store.outgoing();
        this.identity = identity;
        this.line = line;
        this.machine = machine;
    }

    /** What came of one round. */
    public enum Sent {
        /** Nothing waits. */
        NOTHING,
        /** Something was taken: go on. */
        SOME,
        /** A server that takes nothing must not be asked in a hot loop. */
        STUCK
    }

    /** Sends one batch. */
    public Sent round() throws IOException, InterruptedException, ServerRefusal {
        if (standing == Standing.UNKNOWN) {
            open();
        }
        OutgoingJournal.Batch batch = next();
        if (batch.rows().isEmpty()) {
            return Sent.NOTHING;
        }
        BatchReply reply = line.push(identity, batch);
        reply.verdicts().stream()
                .map(CommandVerdict::code)
                .filter(code -> code != null && DOUBTS.contains(code))
                .findFirst()
                .ifPresent(code -> doubt = code);
        store.answered(batch.epoch(), reply);
        store.answeredUpTo(batch.epoch(), reply.lastN());
        return reply.lastN() < batch.firstN() ? Sent.STUCK : Sent.SOME;
    }

    /** The server may hold less than it did: ask it how to go on, also with nothing to send. */
    void reopen() {
        standing = Standing.UNKNOWN;
    }

    /** Whether the server contradicted the journal: then it is asked again how to go on. */
    public boolean reopensAfter(ServerRefusal refusal) {
        boolean contradicted = refusal.status() == CONFLICT && !refusal.code().equals(KEY_CHANGED);
        if (contradicted) {
            reopen();
        }
        return contradicted;
    }

    /** Why the server keeps this journal's rows without booking them; null when it believes it. */
    @Nullable String doubt() {
        return doubt;
    }

    private OutgoingJournal.Batch next() {
        return journal.next(
                store.clock().instant().minus(StationStore.UNDO_WINDOW), CommandBatch.MAX_COMMANDS);
    }

    private void open() throws IOException, InterruptedException, ServerRefusal {
        for (int i = 0; i < TRIES && standing == Standing.UNKNOWN; i++) {
            try {
                settle(line.open(identity, journal.opening(machine)));
            } catch (ServerRefusal e) {
                if (e.status() != NOT_FOUND) {
                    throw e;
                }
                compare(line.lastN(identity, store.epoch()));
                standing = Standing.UNOPENED;
            }
        }
        if (standing == Standing.UNKNOWN) {
            throw new IOException("the server lets no journal of this station go on");
        }
    }

    private void settle(JournalOpened answer) {
        if (answer.burned() != null) {
            LOG.warn("this journal is over ({}): going on in a new epoch", answer.burned());
            journal.startEpoch();
            return;
        }
        journal.opened(answer.generation());
        if (journal.gatherEpochs()) {
            LOG.warn("the server was restored: it gets all again in a new epoch");
            return;
        }
        String epoch = store.epoch();
        compare(answer.lastN());
        if (epoch.equals(store.epoch())) {
            standing = Standing.OPEN;
            doubt = null;
        }
    }

    /**
     * A server that holds less (restored from a backup) gets the rest again; one that holds more
     * than this journal ever had proves that this store is an old copy, which must not give out the
     * same numbers twice.
     */
    private void compare(long held) {
        OutgoingJournal.Batch batch = next();
        long had = batch.rows().isEmpty() ? 0 : batch.firstN() - 1;
        if (held > store.lastN()) {
            LOG.warn("the server holds {} rows, this store {}", held, store.lastN());
            journal.startEpoch();
        } else if (held < Math.max(had, journal.answeredUpTo())) {
            LOG.warn("the server holds only {} rows: sending the rest again", held);
            journal.sendAgainAfter(batch.epoch(), held);
        }
    }
}
