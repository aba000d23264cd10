package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.backend.sync.api.JournalBook.Journal;
import io.fulfillx.backend.sync.api.JournalRow;
import io.fulfillx.backend.sync.api.OwnerBook;
import io.fulfillx.backend.sync.api.OwnerBook.Owner;
import io.fulfillx.backend.sync.api.StationTrust;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The journals' order: who may go on with which, and where. */
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
     * Begins to take rows; others who write to the journal wait.
     *
     * @throws JournalOver when another store writes for this station now
     */
    JournalPage open(Tx tx, Origin origin, List<JournalRow> rows) {
        Journal locked = lock(tx, origin);
        JournalPage.Trust known =
                new JournalPage.Trust(
                        trust.signingKey(tx, origin.station()),
                        trust.revokedAt(tx, origin.station()));
        return new JournalPage(journal, tx, origin, locked, known, rows);
    }

    private Journal lock(Tx tx, Origin origin) {
        Journal found = journal.lock(tx, origin.station(), origin.epoch());
        if (origin.byHand()) {
            return found;
        } else if (found.burned() != null) {
            throw new JournalOver(
                    "This journal is over (" + found.burned() + "): begin a new epoch.");
        }
        Optional<Owner> owner = owners.find(tx, origin.station());
        boolean mine =
                owner.isEmpty()
                        || origin.generation().isEmpty()
                        || owner.get().epoch().equals(origin.epoch())
                                && owner.get().generation() == origin.generation().getAsLong();
        if (!mine) {
            throw new JournalOver(
                    "Another store writes for this station since. Open the journal again.");
        }
        return found;
    }

    boolean burn(Tx tx, Origin origin, String why) {
        journal.burn(tx, origin.station(), origin.epoch(), why);
        return true;
    }
}
