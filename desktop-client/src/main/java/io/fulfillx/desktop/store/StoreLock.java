package io.fulfillx.desktop.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** One thread at a time on the one connection: the only place that begins and ends commits. */
final class StoreLock {
    private static final Logger LOG = LoggerFactory.getLogger(StoreLock.class);

    /** What happens inside the lock. */
    interface Action<T> {
        T run(Sql sql) throws SQLException;
    }

    /** A change without a result. */
    interface Change {
        void run(Sql sql) throws SQLException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Connection connection;
    private final Sql sql;
    private boolean closed;

    StoreLock(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    <T> T read(Action<T> action) {
        lock.lock();
        try {
            requireOpen();
            return action.run(sql);
        } catch (SQLException e) {
            throw fault(e);
        } finally {
            lock.unlock();
        }
    }

    void change(Change change) {
        commit(
                sql -> {
                    change.run(sql);
                    return true;
                });
    }

    <T> T commit(Action<T> action) {
        return commit(action, _ -> {});
    }

    /**
     * @param committed runs after the commit, still inside the lock, so that what is kept in memory
     *     changes in the same order as what is on disk
     */
    <T> T commit(Action<T> action, Consumer<T> committed) {
        lock.lock();
        try {
            requireOpen();
            T result = transaction(action);
            committed.accept(result);
            return result;
        } catch (SQLException e) {
            throw fault(e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the commit that is running, then closes the file. */
    void end(StoreFile file) {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                file.close();
            }
        } finally {
            lock.unlock();
        }
    }

    static StoreException fault(SQLException e) {
        if (e instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
            return new StoreException(
                    "disk-full",
                    "The disk of this station is full. Nothing more can be confirmed until there"
                            + " is room.",
                    e);
        }
        return new StoreException(
                "store-failed", "The station's store failed: " + e.getMessage(), e);
    }

    /**
     * Says begin and commit itself: the driver's own switch believes a transaction is open even
     * when beginning one failed, and the store would be of no use until the next start.
     */
    private <T> T transaction(Action<T> action) throws SQLException {
        execute("begin immediate");
        boolean done = false;
        try {
            T result = action.run(sql);
            execute("commit");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollback();
            }
        }
    }

    private void rollback() {
        try {
            execute("rollback");
        } catch (SQLException e) {
            // SQLite itself rolled back, as it does when the disk is full; the first fault counts.
            LOG.debug("nothing to roll back: {}", e.getMessage());
        }
    }

    private void execute(String word) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(word);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException("store-closed", "The station is closing.");
        }
    }
}
