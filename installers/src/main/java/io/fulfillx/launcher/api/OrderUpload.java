package io.fulfillx.launcher.api;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends a file of orders to the server in parts and waits until it is taken in. */
public final class OrderUpload {
    private static final int PART_BYTES = 2_000_000;
    private static final long LOOK_EVERY_MILLIS = 500;

    private final ServerApi api;
    private final String path;
    private int parts;

    private OrderUpload(ServerApi api, String path) {
        this.api = api;
        this.path = path;
    }

    /**
     * @param layout what the file is, as the API describes it
     */
    public static OrderUpload announce(ServerApi api, Map<String, Object> layout) {
        String id = api.post("/api/v1/order-imports", layout).path("importId").asText();
        return new OrderUpload(api, "/api/v1/order-imports/" + id);
    }

    /** Reads the content to its end; a part of it is in memory at a time. */
    public void send(InputStream content) throws IOException {
        byte[] part = new byte[PART_BYTES];
        int length = content.readNBytes(part, 0, PART_BYTES);
        while (length > 0) {
            parts++;
            JsonNode _ = api.post(path + "/parts?number=" + parts, Arrays.copyOf(part, length));
            length = content.readNBytes(part, 0, PART_BYTES);
        }
    }

    /**
     * Starts it and returns how it ended.
     *
     * @param progress is told how far it is, again and again
     */
    public JsonNode run(Consumer<JsonNode> progress) {
        JsonNode job = api.post(path + "/start", Map.of());
        while (job.path("state").asText().equals("RUNNING")) {
            progress.accept(job);
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ApiProblem(0, "interrupted", e);
            }
            job = api.get(path);
        }
        return job;
    }

    /** The report of what was not taken in, as CSV. */
    public byte[] errors() {
        return api.bytes(path + "/errors.csv");
    }
}
