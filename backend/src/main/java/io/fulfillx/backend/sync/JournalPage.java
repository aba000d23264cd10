package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.StationJournals.Origin;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.backend.sync.api.JournalBook.Journal;
import io.fulfillx.backend.sync.api.JournalBook.Ruled;
import io.fulfillx.backend.sync.api.JournalBook.Stored;
import io.fulfillx.backend.sync.api.JournalRow;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.RowBytes;
import io.fulfillx.model.sync.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Rows of one journal that are taken in one transaction: what is asked of the journal and of its
 * station is asked once for all of them.
 */
final class JournalPage {
    private final JournalBook book;
    private final Tx tx;
    private final Origin origin;
    private final long lastN;
    private final Optional<Instant> revokedAt;
    private final Map<UUID, Stored> known;
    private final Map<Long, CommandVerdict> held = new HashMap<>();
    private final Map<Long, Contradicts> doubts = new HashMap<>();
    private final @Nullable JournalRow other;
    private final List<Ruled> ruled = new ArrayList<>();

    /** What is known of the station. */
    record Trust(Optional<String> signingKey, Optional<Instant> revokedAt) {}

    /**
     * Moves the journal's end behind the last of the rows, unless there is an {@link #other}.
     *
     * @param journal as it is, locked
     * @param rows in order and without gaps; some may be held already
     */
    JournalPage(
            JournalBook book,
            Tx tx,
            Origin origin,
            Journal journal,
            Trust trust,
            List<JournalRow> rows) {
        this.book = book;
        this.tx = tx;
        this.origin = origin;
        this.lastN = journal.lastN();
        this.revokedAt = trust.revokedAt();
        this.known =
                new HashMap<>(
                        book.known(tx, rows.stream().map(row -> row.commandId().value()).toList()));
        this.other = rows.stream().filter(row -> !isKnownInPlace(row)).findFirst().orElse(null);
        List<JournalRow> fresh = rows.stream().filter(row -> row.n() > lastN).toList();
        if (other == null && !fresh.isEmpty()) {
            String head = prove(fresh, journal, trust);
            book.advance(tx, origin.station(), origin.epoch(), journal, fresh.getLast().n(), head);
        }
    }

    /** False when another row is held in its place. */
    private boolean isKnownInPlace(JournalRow row) {
        if (row.n() > lastN) {
            return true;
        }
        Optional<Stored> stored = book.row(tx, origin.station(), origin.epoch(), row.n());
        // An act that came first under another number is kept there.
        CommandVerdict again =
                stored.map(it -> it.again(row.n()))
                        .or(() -> known(row))
                        .orElseGet(
                                () -> new CommandVerdict(row.n(), Verdict.ALREADY_APPLIED, null));
        held.put(row.n(), again);
        return stored.isEmpty() || stored.get().is(row, origin.epoch());
    }

    /** Finds what speaks against each row; returns the hash that the next one has to name. */
    private @Nullable String prove(List<JournalRow> fresh, Journal journal, Trust trust) {
        String head = journal.lastN() == 0 ? RowBytes.GENESIS : journal.head();
        boolean proved = SealPolicy.isChain(trust.signingKey(), origin.epoch(), head, fresh);
        for (JournalRow row : fresh) {
            Optional<Contradicts> doubt =
                    proved
                            ? Optional.empty()
                            : SealPolicy.doubt(trust.signingKey(), origin.epoch(), head, row);
            head = SealPolicy.isGenuine(doubt) ? row.hash(origin.epoch()).orElse("") : "";
            doubt.or(() -> tooLate(row)).ifPresent(why -> doubts.put(row.n(), why));
        }
        return head.isEmpty() ? null : head;
    }

    /** What was done before the station was revoked counts; what came after does not. */
    private Optional<Contradicts> tooLate(JournalRow row) {
        return revokedAt
                .filter(at -> row.recordedAt().isAfter(at))
                .map(
                        at ->
                                new Contradicts(
                                        "station-revoked",
                                        "This was recorded after the station had been revoked at "
                                                + at
                                                + "."));
    }

    boolean isOfRevokedStation() {
        return revokedAt.isPresent();
    }

    /** A row in whose place another one is held; then nothing of the page is to be taken. */
    Optional<JournalRow> other() {
        return Optional.ofNullable(other);
    }

    /** What speaks against a row that did not come before. */
    Optional<Contradicts> doubt(JournalRow row) {
        return Optional.ofNullable(doubts.get(row.n()));
    }

    /** The verdict on a row that came before; empty when it is new. */
    Optional<CommandVerdict> before(JournalRow row) {
        return Optional.ofNullable(held.get(row.n()));
    }

    /** The verdict on the same act under whatever journal it came first. */
    Optional<CommandVerdict> known(JournalRow row) {
        return Optional.ofNullable(known.get(row.commandId().value())).map(it -> it.again(row.n()));
    }

    void keep(JournalRow row, CommandVerdict verdict) {
        Ruled kept = new Ruled(row, verdict);
        ruled.add(kept);
        known.put(row.commandId().value(), kept.stored(origin.epoch()));
    }

    /** Writes down what was kept since the last time. */
    void write() {
        if (!ruled.isEmpty()) {
            book.insert(tx, origin.station(), origin.epoch(), List.copyOf(ruled));
            ruled.clear();
        }
    }
}
