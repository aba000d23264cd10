package io.fulfillx.launcher.bench.printing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** Everything that happened in one trial, a line each, written by the trial and its stations. */
final class CampaignHistory implements AutoCloseable {
    private static final String FILE = "history";

    private final FileChannel channel;

    CampaignHistory(Path folder) throws IOException {
        channel =
                FileChannel.open(
                        folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** One write, so that lines of several programs do not mix. */
    void say(String what) {
        String line = Instant.now() + " " + what + "\n";
        try {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How lines about one label begin, after the time. */
    static String label(int number) {
        return "label " + number + ": ";
    }

    /** What was said about one label. */
    static List<String> about(Path folder, int number) throws IOException {
        return Files.readAllLines(folder.resolve(FILE)).stream()
                .filter(line -> line.contains(" " + label(number)))
                .toList();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
