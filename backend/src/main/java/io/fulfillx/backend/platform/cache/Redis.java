package io.fulfillx.backend.platform.cache;

import io.fulfillx.backend.platform.sql.News;
import io.fulfillx.model.id.OrgId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * What processes share for a moment. With Redis down, counters go on within the process and pokes
 * reach only the process itself; nothing durable depends on either.
 */
public final class Redis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);
    private static final String POKES = "fulfillx:pokes";

    private final RedisClient client;
    private final ConcurrentMap<String, AtomicInteger> local = new ConcurrentHashMap<>();
    private final String self = UUID.randomUUID().toString();
    private final Consumer<News> onPoke;
    private final Thread listener;
    private final Thread publisher;
    private final Set<News> unpublished = ConcurrentHashMap.newKeySet();
    private final Semaphore waiting = new Semaphore(0);
    private volatile boolean closed;

    /**
     * @param onPoke told what any process committed
     */
    public Redis(String url, Consumer<News> onPoke) {
        this.client = RedisClient.create(url);
        this.onPoke = onPoke;
        this.listener = Thread.ofPlatform().daemon().name("redis-pokes").start(this::listen);
        this.publisher = Thread.ofPlatform().daemon().name("redis-publisher").start(this::publish);
    }

    /** Adds one; the counter vanishes when nothing was added for that long. */
    public void increment(String key, Duration life) {
        try {
            client.incr(key);
            client.pexpire(key, life.toMillis());
        } catch (JedisException e) {
            LOG.warn("Redis does not answer; counting {} in this process only", key);
            local.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
        }
    }

    public long count(String key) {
        try {
            String value = client.get(key);
            return value == null ? 0 : Long.parseLong(value);
        } catch (JedisException e) {
            AtomicInteger counter = local.get(key);
            return counter == null ? 0 : counter.get();
        }
    }

    /**
     * Tells all processes, this one included, what was committed. It does not wait for Redis, so
     * that no request is slower for it, and many pokes may become one.
     */
    public void poke(News news) {
        onPoke.accept(news);
        unpublished.add(news);
        waiting.release();
    }

    private void publish() {
        while (!closed) {
            try {
                waiting.acquire();
                waiting.drainPermits();
                for (News news : List.copyOf(unpublished)) {
                    unpublished.remove(news);
                    client.publish(
                            POKES, self + " " + news.org() + " " + String.join(" ", news.topics()));
                }
            } catch (JedisException e) {
                LOG.debug("Redis does not answer; other processes will look by themselves");
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    public boolean answers() {
        try {
            return "PONG".equals(client.ping());
        } catch (JedisException e) {
            return false;
        }
    }

    private void listen() {
        JedisPubSub subscriber =
                new JedisPubSub() {
                    @Override
                    public void onMessage(String channel, String message) {
                        List<String> words = List.of(message.split(" "));
                        if (words.size() > 2 && !words.getFirst().equals(self)) {
                            onPoke.accept(
                                    new News(
                                            OrgId.of(words.get(1)),
                                            Set.copyOf(words.subList(2, words.size()))));
                        }
                    }
                };
        while (!closed) {
            try {
                client.subscribe(subscriber, POKES);
            } catch (JedisException e) {
                if (!closed) {
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        listener.interrupt();
        publisher.interrupt();
        client.close();
    }
}
