package io.fulfillx.launcher.bench.stock;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Sends a request until it is answered, with the same key each time: a server that was killed, is
 * busy or starts again is asked once more. For one thread.
 */
final class PatientClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 200;

    private final URI server;
    private final Supplier<String> token;
    private @Nullable WireClient wire;
    private long repeats;

    /** What the server said in the end. */
    record Said(int status, JsonNode body) {
        boolean isGood() {
            return status / 100 == 2;
        }
    }

    /**
     * @param token the newest bearer token
     */
    PatientClient(URI server, Supplier<String> token) {
        this.server = server;
        this.token = token;
    }

    Said post(String path, String key, byte[] body) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (wire == null) {
                    wire = new WireClient(server, token.get());
                }
                WireClient.Answer answer = wire.post(path, key, body);
                if (!isToBeRepeated(answer)) {
                    return new Said(answer.status(), Json.mapper().readTree(answer.body()));
                }
                if (answer.status() == 401) {
                    hangUp();
                }
            } catch (IOException e) {
                hangUp();
            }
            repeats++;
            pause();
        }
        throw new ProgramFailed("no answer for " + PATIENCE.toMinutes() + " minutes: " + path);
    }

    /** Busy, failed, signed out; or the request before the kill is still at work on the key. */
    private static boolean isToBeRepeated(WireClient.Answer answer) {
        return answer.status() >= 500
                || answer.status() == 401
                || answer.status() == 429
                || answer.status() == 409 && answer.text().contains("worked on");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    private void hangUp() {
        WireClient old = wire;
        wire = null;
        if (old != null) {
            try {
                old.close();
            } catch (IOException e) {
                // It was broken before.
            }
        }
    }

    /** How often a request was sent again. */
    long repeats() {
        return repeats;
    }

    @Override
    public void close() {
        hangUp();
    }
}
