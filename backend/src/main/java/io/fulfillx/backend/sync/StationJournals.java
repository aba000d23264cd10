package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.backend.sync.api.JournalBook.Journal;
import io.fulfillx.backend.sync.api.JournalBook.Stored;
import io.fulfillx.backend.sync.api.JournalRow;
import io.fulfillx.backend.sync.api.OwnerBook;
import io.fulfillx.backend.sync.api.OwnerBook.Owner;
import io.fulfillx.backend.sync.api.StationTrust;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.RowBytes;
import io.fulfillx.model.sync.Verdict;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The journals' order and proof: which row may come next, and whether it is to be believed. */
final class StationJournals {
    private final JournalBook journal;
    private final OwnerBook owners;
    private final StationTrust trust;

    StationJournals(JournalBook journal, OwnerBook owners, StationTrust trust) {
        this.journal = journal;
        this.owners = owners;
        this.trust = trust;
    }

    /**
     * Where a row was written and how it came.
     *
     * @param generation as the batch named it; empty from a program that knows none
     * @param byHand true when a file was carried here: the store it is from may be gone
     */
    record Origin(
            OrgId org, StationId station, String epoch, OptionalLong generation, boolean byHand) {}

    long lastN(Tx tx, Origin origin) {
        return journal.find(tx, origin.station(), origin.epoch()).map(Journal::lastN).orElse(0L);
    }

    /**
     * The journal as it stands; others who write to it wait.
     *
     * @throws Fault CONFLICT when another store writes for this station now
     */
    Journal lock(Tx tx, Origin origin) {
        Journal found = journal.lock(tx, origin.station(), origin.epoch());
        if (origin.byHand()) {
            return found;
        } else if (found.burned() != null) {
            throw new Fault(
                    Fault.Code.CONFLICT,
                    "This journal is over (" + found.burned() + "): begin a new epoch.");
        }
        Optional<Owner> owner = owners.find(tx, origin.station());
        boolean mine =
                owner.isEmpty()
                        || origin.generation().isEmpty()
                        || owner.get().epoch().equals(origin.epoch())
                                && owner.get().generation() == origin.generation().getAsLong();
        if (!mine) {
            throw new Fault(
                    Fault.Code.CONFLICT,
                    "Another store writes for this station since. Open the journal again.");
        }
        return found;
    }

    /** Moves the journal's end to this row, and says what speaks against it. */
    Optional<Contradicts> advance(Tx tx, Origin origin, Journal before, JournalRow row) {
        String head = before.lastN() == 0 ? RowBytes.GENESIS : before.head();
        Optional<Contradicts> doubt =
                SealPolicy.doubt(trust.signingKey(tx, origin.station()), origin.epoch(), head, row);
        String hash = SealPolicy.isGenuine(doubt) ? row.hash(origin.epoch()).orElse(null) : null;
        journal.advance(tx, origin.station(), origin.epoch(), row.n(), hash);
        return doubt.isPresent() ? doubt : tooLate(tx, origin, row);
    }

    /** What was done before the station was revoked counts; what came after does not. */
    private Optional<Contradicts> tooLate(Tx tx, Origin origin, JournalRow row) {
        return revokedAt(tx, origin)
                .filter(at -> row.recordedAt().isAfter(at))
                .map(
                        at ->
                                new Contradicts(
                                        "station-revoked",
                                        "This was recorded after the station had been revoked at "
                                                + at
                                                + "."));
    }

    Optional<Instant> revokedAt(Tx tx, Origin origin) {
        return trust.revokedAt(tx, origin.station());
    }

    /** The verdict on a row that is held already; empty when another row is in its place. */
    Optional<CommandVerdict> before(Tx tx, Origin origin, JournalRow row) {
        Optional<Stored> stored = journal.row(tx, origin.station(), origin.epoch(), row.n());
        if (stored.isEmpty()) {
            // An act that came first under another number is kept there.
            return known(tx, row)
                    .or(
                            () ->
                                    Optional.of(
                                            new CommandVerdict(
                                                    row.n(), Verdict.ALREADY_APPLIED, null)));
        }
        return stored.filter(it -> it.is(row, origin.epoch())).map(it -> it.again(row.n()));
    }

    /** The verdict on the same act under whatever journal it came first. */
    Optional<CommandVerdict> known(Tx tx, JournalRow row) {
        return journal.known(tx, row.commandId().value()).map(it -> it.again(row.n()));
    }

    void keep(Tx tx, Origin origin, JournalRow row, CommandVerdict verdict) {
        journal.insert(tx, origin.station(), origin.epoch(), row, verdict);
    }

    boolean burn(Tx tx, Origin origin, String why) {
        journal.burn(tx, origin.station(), origin.epoch(), why);
        return true;
    }
}
