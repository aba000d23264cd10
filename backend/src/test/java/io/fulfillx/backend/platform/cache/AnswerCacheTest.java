package io.fulfillx.backend.platform.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.platform.crypto.Tokens;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A table in a database is played by a field; whatever Redis does, nobody may read an old value.
 */
class AnswerCacheTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir Path folder;

    private volatile String truth = "one";
    private int made;
    private int port;
    private RedisServer server;
    private AnswerCache cache;

    @BeforeEach
    void startRedis() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        server = redis();
        cache = cache();
        var _ = read();
    }

    private RedisServer redis() throws IOException {
        RedisServer started =
                RedisServer.newRedisServer()
                        .port(port)
                        .bind("127.0.0.1")
                        .setting("save \"\"")
                        .build();
        started.start();
        return started;
    }

    private AnswerCache cache() {
        return new AnswerCache("redis://127.0.0.1:" + port, LONG, () -> Tokens.random(9));
    }

    @AfterEach
    void stopRedis() throws IOException {
        cache.close();
        server.stop();
    }

    private String read() {
        return read(cache);
    }

    private String read(AnswerCache through) {
        byte[] answer =
                through.get(
                        "shop",
                        "answer",
                        _ -> {
                            made++;
                            return truth.getBytes(StandardCharsets.UTF_8);
                        });
        return new String(answer, StandardCharsets.UTF_8);
    }

    private void change(String value) {
        truth = value;
        cache.forget("shop", "7");
    }

    @Test
    void anAnswerIsMadeOnceAndAgainWhenItIsForgotten() {
        var _ = read();
        int before = made;
        assertEquals("one", read());
        assertEquals(before, made);
        change("two");
        assertEquals("two", read());
        assertEquals("two", read());
        assertEquals(before + 1, made);
    }

    @Test
    void theMakerIsToldWhatTheAnswerMustKnow() {
        change("two");
        var _ =
                cache.get(
                        "shop",
                        "other",
                        stamp -> {
                            assertEquals("7", stamp.orElse(""));
                            return new byte[0];
                        });
    }

    @Test
    void aLateMakerCannotPutAnOldAnswerBack() {
        change("two");
        byte[] late =
                cache.get(
                        "shop",
                        "answer",
                        _ -> {
                            String old = truth;
                            // While it works, the truth changes and is forgotten.
                            change("three");
                            return old.getBytes(StandardCharsets.UTF_8);
                        });
        assertEquals("two", new String(late, StandardCharsets.UTF_8));
        assertEquals("three", read());
    }

    @Test
    void aLateMakerCannotPutAnOldAnswerBackAcrossAFlushEither() {
        change("two");
        var _ =
                cache.get(
                        "shop",
                        "answer",
                        _ -> {
                            try (Jedis jedis = new Jedis("127.0.0.1", port)) {
                                jedis.flushAll();
                            }
                            change("three");
                            return "two".getBytes(StandardCharsets.UTF_8);
                        });
        assertEquals("three", read());
        assertEquals("three", read());
    }

    @Test
    void aFlushInTheMiddleOnlyCostsAnswers() {
        try (Jedis jedis = new Jedis("127.0.0.1", port)) {
            truth = "two";
            jedis.flushAll();
        }
        assertEquals("two", read());
        assertEquals("two", read());
        assertEquals("two", read());
        assertTrue(cache.hits() > 0);
    }

    @Test
    void aKilledRedisIsDoneWithoutAndAReturnedOneHoldsNothingOld() throws Exception {
        server.stop();
        truth = "two";
        assertEquals("two", read());
        change("three");
        assertEquals("three", read());
        server = redis();
        Thread.sleep(1_100);
        assertEquals("three", read());
        assertEquals("three", read());
        change("four");
        assertEquals("four", read());
    }

    /** A stop that keeps the memory: what was kept before is still there afterwards. */
    @Test
    void whatWasForgottenWhileRedisStoodStillIsForgottenWhenItGoesOn() throws Exception {
        change("two");
        assertEquals("two", read());
        assertEquals("two", read());
        String process = process();
        signal("-STOP", process);
        long start = System.nanoTime();
        change("three");
        assertEquals("three", read());
        long took = (System.nanoTime() - start) / 1_000_000;
        assertTrue(took < 1_000, "nobody waits for a slow Redis: " + took + " ms");
        signal("-CONT", process);
        Thread.sleep(1_100);
        assertEquals("three", read());
        try (AnswerCache other = cache()) {
            assertEquals("three", read(other));
        }
    }

    private static void signal(String signal, String process)
            throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", signal, process).start().waitFor());
    }

    private String process() {
        try (Jedis jedis = new Jedis("127.0.0.1", port)) {
            return jedis.info("server")
                    .lines()
                    .filter(line -> line.startsWith("process_id:"))
                    .map(line -> line.substring("process_id:".length()).strip())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
