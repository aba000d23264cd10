package io.fulfillx.backend.platform.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.platform.sql.News;
import io.fulfillx.model.id.OrgId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class RedisTest {
    @TempDir Path folder;

    @Test
    void aSecondStartJoinsTheRedisThatAKilledServerLeftRunning() {
        EmbeddedRedisServer left = EmbeddedRedisServer.start(folder);
        try (EmbeddedRedisServer joined = EmbeddedRedisServer.start(folder)) {
            assertEquals(left.url(), joined.url());
        }
    }

    @Test
    void aPokeReachesTheOtherProcesses() throws InterruptedException {
        CountDownLatch poked = new CountDownLatch(1);
        News news = new News(new OrgId(UUID.randomUUID()), Set.of("feed", "outbox/label.buy"));
        Set<News> heardOf = ConcurrentHashMap.newKeySet();
        try (EmbeddedRedisServer server = EmbeddedRedisServer.start(folder);
                Redis one = new Redis(server.url(), _ -> {});
                Redis _ =
                        new Redis(
                                server.url(),
                                of -> {
                                    heardOf.add(of);
                                    poked.countDown();
                                })) {
            boolean heard = false;
            // Subscribing takes a moment; until then pokes may be lost, as they may at any time.
            for (int i = 0; i < 50 && !heard; i++) {
                one.poke(news);
                heard = poked.await(100, TimeUnit.MILLISECONDS);
            }
            assertTrue(heard);
            assertEquals(Set.of(news), heardOf);
        }
    }

    @Test
    void countersGoOnInTheProcessWhenRedisIsGone() {
        EmbeddedRedisServer server = EmbeddedRedisServer.start(folder);
        try (Redis redis = new Redis(server.url(), _ -> {})) {
            redis.increment("a", Duration.ofMinutes(1));
            assertEquals(1, redis.count("a"));
            server.close();
            redis.increment("a", Duration.ofMinutes(1));
            redis.increment("a", Duration.ofMinutes(1));
            assertEquals(2, redis.count("a"));
            assertFalse(redis.answers());
        }
    }
}
