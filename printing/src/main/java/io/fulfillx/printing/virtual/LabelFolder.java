package io.fulfillx.printing.virtual;

import io.fulfillx.model.wire.Json;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.raster.Png;

import org.jspecify.annotations.Nullable;

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
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keeps printed labels in a folder: {@code 000001.zpl}, … with the picture {@code 000001.png} if
 * wanted, and one line of JSON each in {@code printed.jsonl}. A label is on disk before the printer
 * counts it; its picture follows. Goes on after the highest number found.
 */
public final class LabelFolder implements LabelSink, AutoCloseable {
    private static final int PICTURES_WAITING = 64;

    /**
     * One line of {@code printed.jsonl}.
     *
     * @param sha256 of the file, in lower-case hexadecimal
     */
    public record Line(long seq, String file, String sha256, List<String> commands, Instant at) {}

    private final Path folder;
    private final Clock clock;
    private final String suffix;
    private final @Nullable ExecutorService painter;
    private long sequence;

    /** For ZPL, without pictures. */
    public LabelFolder(Path folder, Clock clock) throws IOException {
        this(folder, clock, LabelLanguage.ZPL, false);
    }

    private LabelFolder(Path folder, Clock clock, LabelLanguage language, boolean pictures)
            throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
        this.suffix = "." + language.name().toLowerCase(Locale.ROOT);
        this.painter = pictures ? painter() : null;
        try (Stream<Path> files = Files.list(folder)) {
            sequence =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("[0-9]{6,18}\\" + suffix))
                            .mapToLong(name -> Long.parseLong(name.substring(0, name.indexOf('.'))))
                            .max()
                            .orElse(0);
        }
    }

    /** For a printer of this language, with a picture of each label. */
    public static LabelFolder withPictures(Path folder, Clock clock, LabelLanguage language)
            throws IOException {
        return new LabelFolder(folder, clock, language, true);
    }

    /** When pictures come too slowly, the printer waits for them. */
    private static ExecutorService painter() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(PICTURES_WAITING),
                Thread.ofPlatform().daemon().name("virtual-printer-pictures").factory(),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    @Override
    public void label(PrintedLabel label) {
        sequence++;
        String name = "%06d%s".formatted(sequence, suffix);
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
        if (painter != null) {
            Path picture = folder.resolve("%06d.png".formatted(sequence));
            painter.execute(() -> paint(label, picture));
        }
    }

    private static void paint(PrintedLabel label, Path file) {
        try {
            Files.write(file, Png.write(label.picture()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the last pictures. */
    @Override
    public void close() {
        if (painter != null) {
            painter.close();
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
