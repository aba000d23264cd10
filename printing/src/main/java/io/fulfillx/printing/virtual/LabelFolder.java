package io.fulfillx.printing.virtual;

import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps printed labels in a folder: {@code 000001.zpl}, … and one line of JSON each in {@code
 * printed.jsonl}. A label is on disk before the printer counts it. Goes on after the highest number
 * found.
 */
public final class LabelFolder implements LabelSink {
    private static final String SUFFIX = ".zpl";

    /**
     * One line of {@code printed.jsonl}.
     *
     * @param sha256 of the file, in lower-case hexadecimal
     */
    public record Line(long seq, String file, String sha256, List<String> commands, Instant at) {}

    private final Path folder;
    private final Clock clock;
    private long sequence;

    public LabelFolder(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
        try (Stream<Path> files = Files.list(folder)) {
            sequence =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("[0-9]{6,18}\\" + SUFFIX))
                            .mapToLong(name -> Long.parseLong(name.substring(0, name.length() - 4)))
                            .max()
                            .orElse(0);
        }
    }

    @Override
    public void label(PrintedLabel label) {
        sequence++;
        String name = "%06d%s".formatted(sequence, SUFFIX);
        byte[] bytes = label.bytes();
        Line line = new Line(sequence, name, sha256(bytes), label.commands(), clock.instant());
        try {
            durably(folder.resolve(name), bytes);
            durably(
                    folder.resolve("printed.jsonl"),
                    (Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void durably(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
