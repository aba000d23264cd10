package io.fulfillx.backend.server;

import io.fulfillx.backend.platform.Precedence;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.cache.AnswerCache;
import io.fulfillx.backend.platform.cache.EmbeddedRedisServer;
import io.fulfillx.backend.platform.cache.Redis;
import io.fulfillx.backend.platform.crypto.Sealer;
import io.fulfillx.backend.platform.crypto.SecretFiles;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.event.OutboxWorkers;
import io.fulfillx.backend.platform.event.Poke;
import io.fulfillx.backend.platform.job.Instance;
import io.fulfillx.backend.platform.job.Workers;
import io.fulfillx.backend.platform.sql.Credentials;
import io.fulfillx.backend.platform.sql.Database;
import io.fulfillx.backend.platform.sql.News;
import io.fulfillx.backend.platform.sql.ReadDatabase;
import io.fulfillx.backend.platform.sql.Reads;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.Ids;
import io.fulfillx.model.id.OrgId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Database, Redis, documents and keys: what every feature is handed. Closes in reverse order. */
public final class Foundation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIFE = Duration.ofSeconds(5);
    private static final Duration WORKER_IDLE = Duration.ofMillis(500);

    /** About as long as it takes to read an order. */
    private static final Duration STOPS = Duration.ofMillis(5);

    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final Clock clock = Clock.systemUTC();
    private final Ids ids = Ids.system();
    private final Poke poke = new Poke();
    private final Precedence precedence = new Precedence(STOPS);
    private final Feed feed = new Feed();
    private final Outbox outbox = new Outbox(ids);
    private final OutboxWorkers outboxWorkers;
    private final Database database;
    private final ReadDatabase readDatabase;
    private final Redis redis;
    private final AnswerCache answers;
    private final Workers workers;
    private final ObjectStore documents;
    private final Sealer sealer;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();
    private final Path keyFile;
    private final String instanceName;

    public Foundation(ServerConfig config) {
        Path data = config.data().toAbsolutePath();
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + data, e);
        }
        Path keys = data.resolve("keys");
        keyFile = keys.resolve("access-tokens.jwk");
        sealer = new Sealer(sealingKey(keys.resolve("sealing.key")));
        documents = new ObjectStore(data.resolve("documents"));
        workers = new Workers(WORKER_IDLE, precedence, this::orgs, () -> Tokens.random(9));
        String redisUrl =
                config.redisUrl()
                        .orElseGet(
                                () ->
                                        stopping(
                                                        EmbeddedRedisServer.start(keys),
                                                        EmbeddedRedisServer::close)
                                                .url());
        redis = stopping(new Redis(redisUrl, this::look), Redis::close);
        answers =
                stopping(
                        new AnswerCache(redisUrl, ANSWER_LIFE, () -> Tokens.random(9)),
                        AnswerCache::close);
        Credentials credentials =
                stopping(InstalledDatabase.find(config.database(), data), InstalledDatabase::close)
                        .credentials();
        database =
                stopping(
                        Database.open(credentials, config.database().poolSize(), redis::poke),
                        Database::close);
        readDatabase =
                stopping(
                        ReadDatabase.open(
                                credentials,
                                config.database().readUrl(),
                                config.database().readPoolSize()),
                        ReadDatabase::close);
        Instance instance = stopping(Instance.claim(keys), Instance::close);
        instanceName = instance.name();
        outboxWorkers = new OutboxWorkers(database.transactions(), instanceName, clock);
        outboxWorkers.takeBackLeases();
        Workers _ = stopping(workers, Workers::close);
    }

    private static String sealingKey(Path file) {
        try {
            if (!Files.exists(file)) {
                SecretFiles.write(file, Tokens.random(32));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T stopping(T part, Consumer<T> stop) {
        stops.push(() -> stop.accept(part));
        return part;
    }

    private void look(News news) {
        if (news.topics().contains(Feed.TOPIC)) {
            poke.all(news.org());
        }
        workers.wake(news);
    }

    private List<OrgId> orgs() {
        return transactions().orgs();
    }

    public Transactions transactions() {
        return database.transactions();
    }

    /** Reads that may come from a replica. */
    public Reads reads() {
        return readDatabase.reads();
    }

    public Database database() {
        return database;
    }

    public Redis redis() {
        return redis;
    }

    /** Answers that are kept for a moment. */
    public AnswerCache answers() {
        return answers;
    }

    public Workers workers() {
        return workers;
    }

    public Precedence precedence() {
        return precedence;
    }

    public Poke poke() {
        return poke;
    }

    public Feed feed() {
        return feed;
    }

    public Outbox outbox() {
        return outbox;
    }

    public OutboxWorkers outboxWorkers() {
        return outboxWorkers;
    }

    public ObjectStore documents() {
        return documents;
    }

    public Sealer sealer() {
        return sealer;
    }

    /** For calls to carriers and shops. */
    public HttpClient http() {
        return http;
    }

    /** Where the key that signs access tokens is kept. */
    public Path keyFile() {
        return keyFile;
    }

    /** Names this process, also after it was killed and started again. */
    public String instanceName() {
        return instanceName;
    }

    public Clock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    @Override
    public void close() {
        while (!stops.isEmpty()) {
            try {
                stops.pop().run();
            } catch (RuntimeException e) {
                LOG.warn("a part of the server did not stop cleanly", e);
            }
        }
    }
}
