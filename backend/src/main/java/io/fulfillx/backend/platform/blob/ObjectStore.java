package io.fulfillx.backend.platform.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Documents by key in a folder. A document is on disk before {@link #put} returns, and is either
 * whole or absent, whatever happens in between.
 */
public final class ObjectStore {
    private final Path root;

    public ObjectStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * @param key path-like: letters, digits, {@code - _ . /}; the organisation's id comes first
     */
    public void put(String key, byte[] content) {
        Path target = path(key);
        try {
            Files.createDirectories(target.getParent());
            Path temporary = Files.createTempFile(target.getParent(), ".new", "");
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel folder = FileChannel.open(target.getParent())) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not store " + key, e);
        }
    }

    public Optional<byte[]> find(String key) {
        Path file = path(key);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + key, e);
        }
    }

    /** Nothing happens when there is no such document. */
    public void delete(String key) {
        try {
            boolean _ = Files.deleteIfExists(path(key));
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + key, e);
        }
    }

    private Path path(String key) {
        Path file = root.resolve(key).normalize();
        if (!key.matches("[A-Za-z0-9._/-]{1,200}") || !file.startsWith(root) || file.equals(root)) {
            throw new IllegalArgumentException("not a document key: " + key);
        }
        return file;
    }
}
