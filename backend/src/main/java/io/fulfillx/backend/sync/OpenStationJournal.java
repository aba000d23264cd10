package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Commits;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.backend.sync.api.JournalBook.Journal;
import io.fulfillx.backend.sync.api.OwnerBook;
import io.fulfillx.backend.sync.api.OwnerBook.Owner;
import io.fulfillx.backend.sync.api.StationTrust;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.JournalOpened;
import io.fulfillx.model.sync.OpenJournal;
import io.fulfillx.model.sync.Protocol;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * Lets one store at a time write for a station. A store that was copied or restored from a backup
 * is told so, and its epoch is over for every copy: each goes on in an epoch of its own.
 */
final class OpenStationJournal {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStationJournal.class);

    private final Commits commits;
    private final StationTrust trust;
    private final JournalBook journal;
    private final OwnerBook owners;

    OpenStationJournal(Commits commits, StationTrust trust, JournalBook journal, OwnerBook owners) {
        this.commits = commits;
        this.trust = trust;
        this.journal = journal;
        this.owners = owners;
    }

    /**
     * @throws Fault KEY_CHANGED when the station is known by another key
     */
    JournalOpened open(OrgId org, StationId station, OpenJournal asked) {
        if (!SealPolicy.isKey(asked.publicKey())) {
            throw Fault.invalid("/publicKey", "A key is Ed25519 in X.509 form, base64.");
        }
        return commits.inOrg(org, tx -> open(tx, station, asked));
    }

    /** Whether rows of this station can be proved at all. */
    boolean signs(OrgId org, StationId station) {
        return commits.inOrg(org, tx -> trust.signingKey(tx, station)).isPresent();
    }

    boolean isRevoked(OrgId org, StationId station) {
        return commits.inOrg(org, tx -> trust.revokedAt(tx, station)).isPresent();
    }

    private JournalOpened open(Tx tx, StationId station, OpenJournal asked) {
        Owner owner = owners.lock(tx, station);
        if (!trust.learnKey(tx, station, asked.publicKey())) {
            throw new Fault(
                    Fault.Code.KEY_CHANGED,
                    "This station signs with another key than before. Its acts are kept; a manager"
                            + " enrols it with a new code.");
        }
        Optional<Journal> known = journal.find(tx, station, asked.epoch());
        Optional<String> burned = OwnerPolicy.burned(asked, owner, known);
        long lastN = known.map(Journal::lastN).orElse(0L);
        if (burned.isPresent()) {
            LOG.warn("epoch {} of station {} is over: {}", asked.epoch(), station, burned.get());
            journal.burn(tx, station, asked.epoch(), burned.get());
            return new JournalOpened(owner.generation(), lastN, Protocol.CURRENT, burned.get());
        }
        if (OwnerPolicy.again(asked, owner)) {
            return new JournalOpened(owner.generation(), lastN, Protocol.CURRENT, null);
        }
        journal.begin(tx, station, asked.epoch(), asked.machine());
        // A server that was restored from a backup counts on from what the station remembers.
        long generation = Math.max(owner.generation(), asked.generation()) + 1;
        owners.put(
                tx,
                station,
                new Owner(generation, asked.opening(), asked.epoch(), asked.machine()));
        return new JournalOpened(generation, lastN, Protocol.CURRENT, null);
    }
}
