package io.fulfillx.desktop.store;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** One thread at a time on the one connection: the only place that begins and ends commits. */
final class StoreLock {
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

    private <T> T transaction(Action<T> action) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = action.run(sql);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException("store-closed", "The station is closing.");
        }
    }
}
