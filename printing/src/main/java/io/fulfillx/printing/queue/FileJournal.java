package io.fulfillx.printing.queue;

import io.fulfillx.printing.queue.JournalEntry.Ended;
import io.fulfillx.printing.queue.JournalEntry.Intended;
import io.fulfillx.printing.queue.JournalEntry.Sent;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A journal in one file, for command lines and servers. Entries are only appended, each call with
 * length and checksum, and are on the disk before a call returns. What a crash has torn off at the
 * end is dropped: its labels cannot have left. A file that is damaged before its end is refused,
 * because it may hide a print. Entries of ended jobs go when the file has grown.
 *
 * <p>Its calls throw {@link UncheckedIOException} when the disk fails; nothing is printed then.
 */
public final class FileJournal implements PrintJournal, AutoCloseable {
    private static final byte[] HEAD = {'F', 'X', 'P', 'J', 0, 0, 0, 1};
    private static final int FRAME_BYTES = 8;
    private static final long TIDY_FROM_BYTES = 8 << 20;

    private final Path file;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final Map<UUID, PrintIntent> open = new LinkedHashMap<>();
    private FileChannel channel;

    private FileJournal(Path file, FileChannel lockFile, FileLock lock) throws IOException {
        this.file = file;
        this.lockFile = lockFile;
        this.lock = lock;
        this.channel = appending(file);
    }

    /**
     * Opens a journal, or begins one.
     *
     * @throws IOException when another program has it open, or it is damaged or no journal
     */
    public static FileJournal open(Path file) throws IOException {
        FileChannel lockFile =
                FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = exclusive(lockFile);
        if (lock == null) {
            lockFile.close();
            throw new IOException("the print journal " + file + " is in use by another program");
        }
        FileJournal journal = new FileJournal(file, lockFile, lock);
        try {
            journal.load();
            journal.tidy();
        } catch (IOException e) {
            journal.close();
            throw e;
        }
        return journal;
    }

    private static @Nullable FileLock exclusive(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static FileChannel appending(Path path) throws IOException {
        return FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Intents without an outcome, in the order in which their labels were to leave. */
    public synchronized List<PrintIntent> openIntents() {
        return List.copyOf(open.values());
    }

    @Override
    public synchronized void intents(List<PrintIntent> intents) {
        append(intents.stream().<JournalEntry>map(Intended::new).toList(), true);
    }

    @Override
    public synchronized void sent(UUID jobId, long bytes) {
        append(List.of(new Sent(jobId, bytes)), false);
    }

    @Override
    public synchronized void outcomes(List<PrintResult> results) {
        append(results.stream().<JournalEntry>map(FileJournal::ended).toList(), true);
        try {
            if (channel.size() > TIDY_FROM_BYTES) {
                tidy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ended ended(PrintResult result) {
        return new Ended(result.job().jobId(), String.valueOf(result.outcome()));
    }

    private void append(List<JournalEntry> entries, boolean durably) {
        try {
            writeAll(channel, frame(entries));
            if (durably) {
                channel.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.forEach(this::apply);
    }

    private void apply(JournalEntry entry) {
        switch (entry) {
            case Intended(PrintIntent intent) -> {
                open.remove(intent.job().jobId());
                open.put(intent.job().jobId(), intent);
            }
            case Sent(UUID jobId, _) ->
                    open.computeIfPresent(jobId, (_, intent) -> intent.handedOver());
            case Ended(UUID jobId, _) -> open.remove(jobId);
        }
    }

    /** What is written together is whole or torn together. */
    private static byte[] frame(List<JournalEntry> entries) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (JournalEntry entry : entries) {
            byte[] bytes = entry.encode();
            all.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            all.writeBytes(bytes);
        }
        byte[] content = all.toByteArray();
        ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES + content.length);
        return frame.putInt(content.length).putInt(checksum(content)).put(content).array();
    }

    private void applyAll(byte[] content) throws IOException {
        ByteBuffer entries = ByteBuffer.wrap(content);
        while (entries.hasRemaining()) {
            byte[] entry = new byte[entries.getInt()];
            entries.get(entry);
            apply(JournalEntry.decode(entry));
        }
    }

    private static int checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static void writeAll(FileChannel to, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }

    private void load() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        if (bytes.remaining() < HEAD.length) {
            channel.truncate(0);
            writeAll(channel, HEAD);
            channel.force(true);
            return;
        }
        byte[] head = new byte[HEAD.length];
        bytes.get(head);
        if (!Arrays.equals(head, HEAD)) {
            throw new IOException(file + " is no print journal");
        }
        while (bytes.hasRemaining()) {
            int start = bytes.position();
            byte[] content = next(bytes);
            if (content.length == 0) {
                refuseDamage(bytes, start);
                channel.truncate(start);
                break;
            }
            applyAll(content);
        }
        channel.position(channel.size());
    }

    /** Empty when no whole entry stands there; the position is then undefined. */
    private static byte[] next(ByteBuffer bytes) {
        if (bytes.remaining() < FRAME_BYTES) {
            return new byte[0];
        }
        int length = bytes.getInt();
        int checksum = bytes.getInt();
        if (length <= 0 || length > bytes.remaining()) {
            return new byte[0];
        }
        byte[] content = new byte[length];
        bytes.get(content);
        return checksum(content) == checksum ? content : new byte[0];
    }

    /** A torn tail has nothing whole behind it. */
    private void refuseDamage(ByteBuffer bytes, int start) throws IOException {
        for (int at = start + 1; at + FRAME_BYTES < bytes.limit(); at++) {
            bytes.position(at);
            int length = bytes.getInt(at);
            if (length > 0
                    && length <= bytes.limit() - at - FRAME_BYTES
                    && next(bytes).length > 0) {
                throw new IOException(
                        "the print journal %s is damaged at byte %d".formatted(file, start));
            }
        }
    }

    /** Keeps only what is open, in a new file that takes the old one's place at once. */
    private void tidy() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        FileChannel next = appending(fresh);
        writeAll(next, HEAD);
        if (!open.isEmpty()) {
            writeAll(next, frame(kept()));
        }
        next.force(true);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FileChannel old = channel;
        channel = next;
        old.close();
        forceFolder();
    }

    private List<JournalEntry> kept() {
        List<JournalEntry> entries = new ArrayList<>();
        for (PrintIntent intent : open.values()) {
            entries.add(new Intended(intent));
            if (intent.sent()) {
                entries.add(new Sent(intent.job().jobId(), 0));
            }
        }
        return entries;
    }

    private void forceFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !System.getProperty("os.name", "").startsWith("Windows")) {
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
