package io.fulfillx.backend.platform.cache;

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
    private final Consumer<OrgId> onPoke;
    private final Thread listener;
    private final Thread publisher;
    private final Set<OrgId> unpublished = ConcurrentHashMap.newKeySet();
    private final Semaphore waiting = new Semaphore(0);
    private volatile boolean closed;

    /**
     * @param onPoke told of an organisation in which any process committed something new
     */
    public Redis(String url, Consumer<OrgId> onPoke) {
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
     * Tells all processes, this one included, that something new was committed there. It does not
     * wait for Redis, so that no request is slower for it, and many pokes may become one.
     */
    public void poke(OrgId org) {
        onPoke.accept(org);
        unpublished.add(org);
        waiting.release();
    }

    private void publish() {
        while (!closed) {
            try {
                waiting.acquire();
                waiting.drainPermits();
                for (OrgId org : List.copyOf(unpublished)) {
                    unpublished.remove(org);
                    client.publish(POKES, self + " " + org);
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
                        String[] words = message.split(" ", 2);
                        if (words.length == 2 && !words[0].equals(self)) {
                            onPoke.accept(OrgId.of(words[1]));
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
