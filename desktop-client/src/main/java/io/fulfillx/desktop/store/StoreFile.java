package io.fulfillx.desktop.store;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The file behind the store: locked against a second program, readable by its owner only, and
 * opened so that a commit is on the disk when it returns.
 */
final class StoreFile implements AutoCloseable {
    private static final String[] SETTINGS = {
        "pragma journal_mode=WAL",
        "pragma fullfsync=1",
        "pragma foreign_keys=ON",
        // Only in case the sweeper falls behind, which moves the log off the path of a scan.
        "pragma wal_autocheckpoint=8000",
        "pragma busy_timeout=3000"
    };

    private static final String NAME = "station.db";

    private final Path home;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private final Connection connection;

    private StoreFile(Path home, FileChannel lockChannel, FileLock lock, Connection connection) {
        this.home = home;
        this.lockChannel = lockChannel;
        this.lock = lock;
        this.connection = connection;
    }

    static StoreFile open(Path home, StoreDisk disk) {
        FileChannel channel = null;
        try {
            makeFolder(home);
            Path lockFile = home.resolve("station.lock");
            PrivateFile.make(lockFile);
            channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
            FileLock lock = lock(channel, home);
            Path file = home.resolve(NAME);
            // SQLite gives its side files the permissions of the main file, so this one decides.
            PrivateFile.make(file);
            return new StoreFile(home, channel, lock, connect(file, disk));
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StoreException(
                    "store-unusable", "The station folder " + home + " cannot be used: " + e, e);
        } catch (StoreException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    Path home() {
        return home;
    }

    Path path() {
        return home.resolve(NAME);
    }

    /** Bytes left on the disk of the store; 0 when that cannot be told. */
    long freeBytes() {
        try {
            FileStore disk = Files.getFileStore(home);
            return disk.getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("store-failed", "The station's store did not close: " + e, e);
        } finally {
            try {
                lock.release();
            } catch (IOException e) {
                // The lock goes with the channel anyway.
            }
            closeQuietly(lockChannel);
        }
    }

    private static FileLock lock(FileChannel channel, Path home) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new StoreException(
                    "store-in-use",
                    "Another station program already uses the folder "
                            + home
                            + ". Close it first, or start this one with its own --home folder.");
        }
        return lock;
    }

    private static Connection connect(Path file, StoreDisk disk) {
        Connection connection = null;
        try {
            SQLiteConfig config = new SQLiteConfig();
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
            connection = config.createConnection("jdbc:sqlite:" + file);
            prepare(connection, disk);
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw new StoreException(
                    "store-damaged",
                    "The station's store "
                            + file
                            + " is damaged and was not touched. Call support: "
                            + e.getMessage(),
                    e);
        } catch (StoreException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private static void prepare(Connection connection, StoreDisk disk) throws SQLException {
        Sql sql = new Sql(connection);
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            // WAL with NORMAL does not call fsync on commit: a power cut would lose confirmed
            // scans.
            statement.execute("pragma synchronous=" + disk.synchronous());
        }
        require(sql, "pragma quick_check", "ok");
        require(sql, "pragma journal_mode", "wal");
        require(sql, "pragma synchronous", disk.readBack());
        require(sql, "pragma foreign_keys", "1");
    }

    private static void require(Sql sql, String pragma, String wanted) throws SQLException {
        String found = sql.first(pragma, row -> row.getString(1)).orElse("nothing");
        if (!wanted.equals(found)) {
            throw new StoreException(
                    "store-damaged",
                    "The station's store is not safe to use: "
                            + pragma
                            + " says "
                            + found
                            + " instead of "
                            + wanted
                            + ".");
        }
    }

    private static void makeFolder(Path home) throws IOException {
        if (Files.isDirectory(home)) {
            return;
        }
        Path parent = home.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (PrivateFile.posix(home)) {
            Files.createDirectory(
                    home,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(home);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Already failing with a better reason.
        }
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // Already failing with a better reason.
        }
    }
}
