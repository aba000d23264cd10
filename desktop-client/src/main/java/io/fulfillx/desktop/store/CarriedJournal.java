package io.fulfillx.desktop.store;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.sync.JournalFile;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Writes what the server has not answered to a file that is carried there by hand. */
final class CarriedJournal {
    private final StoreLock lock;
    private final JournalTable journal;
    private final MetaTable meta;

    CarriedJournal(StoreLock lock, JournalTable journal, MetaTable meta) {
        this.lock = lock;
        this.journal = journal;
        this.meta = meta;
    }

    /** How many rows there are. */
    int writeTo(Path file) {
        JournalFile written = lock.commit(_ -> read());
        try {
            PrivateFile.write(file.toAbsolutePath(), Json.text(written));
        } catch (IOException e) {
            throw new StoreException("file-unusable", "Cannot write " + file + ": " + e, e);
        }
        return written.commands().size();
    }

    private JournalFile read() throws SQLException {
        journal.release(null);
        StationIdentity identity =
                meta.get("identity")
                        .map(it -> Json.read(it, StationIdentity.class))
                        .orElseThrow(CarriedJournal::notEnrolled);
        return new JournalFile(
                JournalFile.FORMAT,
                identity.stationName(),
                identity.stationId(),
                journal.epoch(),
                journal.unsentRows(Integer.MAX_VALUE).stream()
                        .map(row -> Json.read(row.json(), JsonNode.class))
                        .toList());
    }

    private static StoreException notEnrolled() {
        return new StoreException(
                "not-enrolled", "This store belongs to no station: nothing in it can be proved.");
    }
}
