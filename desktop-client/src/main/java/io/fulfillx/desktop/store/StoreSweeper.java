package io.fulfillx.desktop.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Moves what the write-ahead log holds into the main file, on a connection and a thread of its own.
 * SQLite would do it inside whichever commit fills the log: that one scan would wait for it.
 */
final class StoreSweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSweeper.class);
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final Path file;
    private final Thread thread;

    private StoreSweeper(Path file) {
        this.file = file;
        this.thread = Thread.ofPlatform().daemon().name("store-sweeper").unstarted(this::run);
    }

    static StoreSweeper start(Path file) {
        StoreSweeper sweeper = new StoreSweeper(file);
        sweeper.thread.start();
        return sweeper;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(EVERY);
                sweep();
            }
        } catch (InterruptedException e) {
            // Closed: closing the last connection moves the rest.
        }
    }

    private void sweep() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma synchronous=FULL");
            // Passive: waits for nobody, and nobody waits for it.
            statement.execute("pragma wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            LOG.warn("the log of the store was not moved: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
