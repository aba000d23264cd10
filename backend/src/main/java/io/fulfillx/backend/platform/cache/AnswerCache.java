package io.fulfillx.backend.platform.cache;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisURIHelper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps answers that are dear to make for a short time in Redis. The key of an answer holds the
 * version of its scope, read before the answer is made; forgetting gives the scope a version that
 * never was, so that a slow maker cannot put an old answer in the place of a newer one. Nobody
 * waits for a Redis that does not answer: the answer is made anew.
 */
public final class AnswerCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerCache.class);
    private static final int TIMEOUT_MILLIS = 50;
    private static final int CONNECTIONS = 16;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration VERSION_LIFE = Duration.ofHours(1);
    private static final char STAMP = '@';

    private final RedisClient client;
    private final Duration life;
    private final Supplier<String> tokens;
    private final Map<String, String> unforgotten = new ConcurrentHashMap<>();
    private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());
    private final AtomicLong hits = new AtomicLong();

    /**
     * @param life how long an answer is kept at most, even if nobody could forget it
     * @param tokens never gives the same twice
     */
    public AnswerCache(String url, Duration life, Supplier<String> tokens) {
        this.client = client(URI.create(url));
        this.life = life;
        this.tokens = tokens;
    }

    private static RedisClient client(URI uri) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxWait(Duration.ofMillis(TIMEOUT_MILLIS));
        DefaultJedisClientConfig.Builder config =
                DefaultJedisClientConfig.builder()
                        .user(JedisURIHelper.getUser(uri))
                        .password(JedisURIHelper.getPassword(uri))
                        .database(JedisURIHelper.getDBIndex(uri))
                        .timeoutMillis(TIMEOUT_MILLIS);
        if (JedisURIHelper.isRedisSSLScheme(uri)) {
            config.sslOptions(SslOptions.defaults());
        }
        return RedisClient.builder()
                .hostAndPort(new HostAndPort(uri.getHost(), uri.getPort()))
                .clientConfig(config.build())
                .poolConfig(pool)
                .build();
    }

    /**
     * The answer of that name, from the cache or made now.
     *
     * @param make is given what the last forgetting left: the answer must know at least that
     */
    public byte[] get(String scope, String name, Function<Optional<String>, byte[]> make) {
        Optional<String> version = version(scope);
        if (version.isEmpty()) {
            return make.apply(Optional.empty());
        }
        byte[] key = bytes("fulfillx:answer:" + scope + ":" + version.get() + ":" + name);
        Optional<byte[]> kept = ask(() -> client.get(key));
        if (kept.isPresent()) {
            hits.incrementAndGet();
            return kept.get();
        }
        byte[] made = make.apply(stamp(version.get()));
        var _ = ask(() -> client.set(key, made, SetParams.setParams().px(life.toMillis())));
        return made;
    }

    /**
     * Call it after the commit that makes the scope's answers wrong.
     *
     * @param stamp what new answers must know at least, for whoever makes them
     */
    public void forget(String scope, String stamp) {
        unforgotten.put(scope, stamp);
        forgetNow(scope);
    }

    /** False while that is still to be done. */
    private boolean forgetNow(String scope) {
        String stamp = unforgotten.get(scope);
        if (stamp == null) {
            return true;
        }
        boolean done = set(scope, tokens.get() + STAMP + stamp, SetParams.setParams());
        return done && (unforgotten.remove(scope, stamp) || forgetNow(scope));
    }

    private boolean set(String scope, String version, SetParams how) {
        return ask(() -> client.set(versionKey(scope), version, how.px(VERSION_LIFE.toMillis())))
                .isPresent();
    }

    /** Empty when the cache must not be used. */
    private Optional<String> version(String scope) {
        if (!forgetNow(scope)) {
            return Optional.empty();
        }
        Optional<String> known = ask(() -> client.get(versionKey(scope)));
        if (known.isEmpty() && !isAway()) {
            // Flushed or never there. Another process may be first; the next reader uses what is.
            var _ = set(scope, tokens.get() + STAMP, SetParams.setParams().nx());
        }
        return known;
    }

    private static String versionKey(String scope) {
        return "fulfillx:version:" + scope;
    }

    private static Optional<String> stamp(String version) {
        String stamp = version.substring(version.indexOf(STAMP) + 1);
        return stamp.isEmpty() ? Optional.empty() : Optional.of(stamp);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private boolean isAway() {
        return System.nanoTime() - awayUntil.get() < 0;
    }

    private <T> Optional<T> ask(Supplier<T> command) {
        if (isAway()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(command.get());
        } catch (JedisException e) {
            awayUntil.set(System.nanoTime() + AFTER_FAILURE.toNanos());
            LOG.warn("Redis does not answer in time; answers are made anew: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** How many answers came from the cache. */
    public long hits() {
        return hits.get();
    }

    @Override
    public void close() {
        client.close();
    }
}
