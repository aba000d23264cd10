package io.fulfillx.launcher.bench.printing;

import io.fulfillx.printing.queue.PrintOutcome;
import io.fulfillx.printing.queue.PrintResult;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a station has said of its labels, a line each; the last line of a label counts. */
final class CampaignEnds implements AutoCloseable {
    static final String PRINTED = "printed";
    static final String UNKNOWN = "unknown";
    private static final String NOT_PRINTED = "not-printed";
    private static final String FILE = "ends";

    private final Path folder;
    private final FileChannel channel;

    private CampaignEnds(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static CampaignEnds open(Path folder) throws IOException {
        return new CampaignEnds(
                folder,
                FileChannel.open(
                        folder.resolve(FILE),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND));
    }

    Path folder() {
        return folder;
    }

    /** Whether nothing more is to be done about a label of which this was said. */
    static boolean settled(String end) {
        return end.equals(PRINTED) || end.equals(UNKNOWN);
    }

    static Map<Integer, String> read(Path folder) throws IOException {
        Map<Integer, String> ends = new HashMap<>();
        if (Files.exists(folder.resolve(FILE))) {
            for (String line : Files.readAllLines(folder.resolve(FILE))) {
                String[] words = line.split(" ", 3);
                ends.put(Integer.parseInt(words[0]), words[1]);
            }
        }
        return ends;
    }

    void write(List<PrintResult> results) {
        StringBuilder lines = new StringBuilder();
        for (PrintResult result : results) {
            lines.append(CampaignLabel.number(result.job())).append(' ');
            lines.append(word(result.outcome())).append(' ').append(result.outcome()).append('\n');
        }
        try {
            channel.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(PrintOutcome outcome) {
        return switch (outcome) {
            case PrintOutcome.Printed _ -> PRINTED;
            case PrintOutcome.NotPrinted _ -> NOT_PRINTED;
            case PrintOutcome.Unknown _ -> UNKNOWN;
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
