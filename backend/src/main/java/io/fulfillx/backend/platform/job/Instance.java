package io.fulfillx.backend.platform.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * The name of this server process, the same after it was killed and started again. Each process on
 * a data folder locks a name of its own; the system frees the lock of a dead one.
 */
public final class Instance implements AutoCloseable {
    private static final int MAX_PROCESSES = 100;

    private final FileChannel channel;
    private final String name;

    private Instance(FileChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    /** Takes the first name of the folder that no living process has. */
    public static Instance claim(Path folder) {
        try {
            Files.createDirectories(folder);
            for (int i = 1; i <= MAX_PROCESSES; i++) {
                Optional<Instance> mine = claimFile(folder.resolve("instance-" + i));
                if (mine.isPresent()) {
                    return mine.get();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot name this process in " + folder, e);
        }
        throw new IllegalStateException("more than 100 processes on " + folder);
    }

    private static Optional<Instance> claimFile(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (lock(channel)) {
            return Optional.of(new Instance(channel, readOrWriteName(channel)));
        }
        channel.close();
        return Optional.empty();
    }

    /** The lock lives as long as its channel; a second claim within one process is refused too. */
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String readOrWriteName(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(64);
        int length = channel.read(content, 0);
        if (length == 36) {
            return new String(content.array(), 0, length, StandardCharsets.US_ASCII);
        }
        String made = UUID.randomUUID().toString();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(made.getBytes(StandardCharsets.US_ASCII)), 0);
        channel.force(true);
        return made;
    }

    public String name() {
        return name;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
