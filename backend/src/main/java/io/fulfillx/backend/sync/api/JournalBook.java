package io.fulfillx.backend.sync.api;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The server's copy of the stations' journals. */
public interface JournalBook {
    /** One row of the journal and what was said about it. */
    record Stored(UUID commandId, Verdict verdict, String code, @Nullable String hash) {
        /** Whether the row that came is this one; a row without a hash is known by its command. */
        public boolean is(JournalRow row, String epoch) {
            return commandId.equals(row.commandId().value())
                    && (hash == null || row.hash(epoch).filter(hash::equals).isPresent());
        }

        /** What a repeat of the row is told. */
        public CommandVerdict again(long n) {
            return verdict == Verdict.APPLIED
                    ? new CommandVerdict(n, Verdict.ALREADY_APPLIED, null)
                    : new CommandVerdict(n, verdict, code.isEmpty() ? null : code);
        }
    }

    /**
     * One life of a station's journal.
     *
     * @param head hash of its last row; empty when nothing can be chained to it
     * @param machine where it was opened; empty before that
     * @param burned why it takes no more rows; null while it does
     */
    record Journal(long lastN, String head, String machine, @Nullable String burned) {}

    /** The journal as it stands, made if need be; others who write to it wait. */
    Journal lock(Tx tx, StationId station, String epoch);

    Optional<Journal> find(Tx tx, StationId station, String epoch);

    void begin(Tx tx, StationId station, String epoch, String machine);

    void burn(Tx tx, StationId station, String epoch, String why);

    /**
     * Moves the end of a locked journal.
     *
     * @param before as it was locked
     * @param hash of the new last row; null when nothing can be chained to it
     */
    void advance(
            Tx tx, StationId station, String epoch, Journal before, long n, @Nullable String hash);

    Optional<Stored> row(Tx tx, StationId station, String epoch, long n);

    /** Those of the acts that came before, under whatever journal. */
    Map<UUID, Stored> known(Tx tx, Collection<UUID> commands);

    /** A row and what was said about it. */
    record Ruled(JournalRow row, CommandVerdict verdict) {
        public Stored stored(String epoch) {
            String code = verdict.code();
            return new Stored(
                    row.commandId().value(),
                    verdict.verdict(),
                    code == null ? "" : code,
                    row.hash(epoch).orElse(null));
        }
    }

    void insert(Tx tx, StationId station, String epoch, List<Ruled> rows);
}
