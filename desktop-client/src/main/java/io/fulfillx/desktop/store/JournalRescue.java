package io.fulfillx.desktop.store;

import io.fulfillx.model.sync.JournalFile;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;

/**
 * The journal of a store that no program has open, as it was signed: it needs no key, so it comes
 * out of a store whose key was lost as well.
 */
public final class JournalRescue implements AutoCloseable {
    private final StoreFile file;
    private final StoreLock lock;
    private final JournalTable journal;
    private final CarriedJournal carried;

    private JournalRescue(StoreFile file) {
        this.file = file;
        this.lock = new StoreLock(file.connection());
        Sql sql = new Sql(file.connection());
        MetaTable meta = new MetaTable(sql);
        this.journal = new JournalTable(sql, meta, StationKey.lost(), new SecureRandom());
        this.carried = new CarriedJournal(lock, journal, meta);
    }

    /**
     * @throws StoreException when another program has it open, or it is damaged
     */
    public static JournalRescue open(Path home) {
        StoreFile file = StoreFile.open(home, StoreDisk.DURABLE);
        try {
            Schema.upgrade(file.connection());
            return new JournalRescue(file);
        } catch (SQLException e) {
            file.close();
            throw StoreLock.fault(e);
        } catch (StoreException e) {
            file.close();
            throw e;
        }
    }

    public JournalCount count() {
        return lock.read(_ -> journal.count());
    }

    /**
     * Writes all that the server has not answered as a {@link JournalFile}.
     *
     * @return how many rows there are
     */
    public int writeTo(Path target) {
        return carried.writeTo(target);
    }

    @Override
    public void close() {
        lock.end(file);
    }
}
