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

    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final Path file;
    private final Runnable tidy;
    private final Thread thread;

    private StoreSweeper(Path file, Runnable tidy) {
        this.file = file;
        this.tidy = tidy;
        this.thread = Thread.ofPlatform().daemon().name("store-sweeper").unstarted(this::run);
    }

    /**
     * @param tidy what else is to be done on this thread, now and then
     * @param disk nothing is done on one that is thrown away
     */
    static StoreSweeper start(Path file, Runnable tidy, StoreDisk disk) {
        StoreSweeper sweeper = new StoreSweeper(file, tidy);
        if (disk == StoreDisk.DURABLE) {
            sweeper.thread.start();
        }
        return sweeper;
    }

    private void run() {
        long tidyAt = System.nanoTime();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(EVERY);
                if (System.nanoTime() - tidyAt >= 0) {
                    tidyAt = System.nanoTime() + TIDY_EVERY.toNanos();
                    tidy.run();
                }
                sweep();
            }
        } catch (StoreException e) {
            LOG.warn("the sweeper of the store ended: {}", e.getMessage());
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
            if (thread.isAlive()) {
                thread.join(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
