package io.fulfillx.launcher;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.api.OrderUpload;
import io.fulfillx.launcher.api.ServerApi;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Takes long files of orders in and tells how far it is. */
final class OrderFiles {
    private final ServerApi api;
    private final String preset;
    private final String channel;
    private final PrintWriter out;

    OrderFiles(ServerApi api, String preset, String channel, PrintWriter out) {
        this.api = api;
        this.preset = preset;
        this.channel = channel;
        this.out = out;
    }

    /** Whether the file is one of those, by its name. */
    static boolean isList(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".jsonl");
    }

    /** True when every order of the file is there now; else a report lies beside the file. */
    boolean take(Path file) throws IOException {
        Map<String, Object> layout = new HashMap<>();
        layout.put("name", String.valueOf(file.getFileName()));
        boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        layout.put("format", csv ? "CSV" : "JSONL");
        if (csv) {
            layout.put("preset", preset.toUpperCase(Locale.ROOT));
        }
        if (!channel.isEmpty()) {
            layout.put("channelId", channel);
        }
        OrderUpload upload = OrderUpload.announce(api, layout);
        try (InputStream content = Files.newInputStream(file)) {
            upload.send(content);
        }
        JsonNode end = upload.run(this::tell);
        tell(end);
        out.println();
        if (end.has("problem")) {
            out.println("    " + end.path("problem").asText());
        }
        long told = end.path("refused").asLong() + end.path("known").asLong();
        if (told > 0) {
            Path report = file.resolveSibling(file.getFileName() + ".errors.csv");
            Files.write(report, upload.errors());
            out.println("    what was not taken in, and why: " + report);
        }
        return end.path("state").asText().equals("DONE") && end.path("refused").asLong() == 0;
    }

    private void tell(JsonNode job) {
        out.print(
                String.format(
                        Locale.ROOT,
                        "\r%s: %s, %d rows, %d orders taken in, %d were there, %d refused ",
                        job.path("name").asText(),
                        job.path("state").asText().toLowerCase(Locale.ROOT),
                        job.path("records").asLong(),
                        job.path("received").asLong(),
                        job.path("known").asLong(),
                        job.path("refused").asLong()));
        out.flush();
    }
}
