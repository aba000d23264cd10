package io.fulfillx.device.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Appends to a file instead of printing. A write returns when the disk has it. */
final class FileTransport implements Transport {
    private final FileChannel channel;
    private final String description;

    private FileTransport(FileChannel channel, String description) {
        this.channel = channel;
        this.description = description;
    }

    static FileTransport open(Path path) throws TransportException {
        if (Files.isDirectory(path)) {
            throw new TransportException("file:" + path + ": this is a folder, not a file", 0);
        }
        try {
            return new FileTransport(
                    FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    "file:" + path);
        } catch (IOException e) {
            throw new TransportException("file:" + path + ": " + e, 0, e);
        }
    }

    @Override
    public void write(byte[] data, Duration deadline) throws TransportException {
        ByteBuffer buffer = ByteBuffer.wrap(data);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new TransportException(description + ": " + e, buffer.position(), e);
        }
    }

    /** A file says nothing: empty at once. */
    @Override
    public byte[] read(Duration wait) {
        return new byte[0];
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Every write was forced to disk, so a failing close loses nothing.
        }
    }
}
