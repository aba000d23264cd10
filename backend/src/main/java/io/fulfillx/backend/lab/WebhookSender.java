package io.fulfillx.backend.lab;

import io.fulfillx.backend.channels.shopify.ShopifySignature;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Delivers signed webhooks, again after a failure, some twice on purpose and not in order. */
final class WebhookSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    private static final int MAX_ATTEMPTS = 9;
    private static final Duration ANSWER_TIME = Duration.ofSeconds(5);

    private final Target target;
    private final FaultPlan faults;
    private final Random random;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final ScheduledExecutorService workers =
            Executors.newScheduledThreadPool(4, Thread.ofPlatform().daemon().factory());
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();
    private final List<Long> answeredMicros = Collections.synchronizedList(new ArrayList<>());

    /** Where webhooks go and how they are signed. */
    record Target(URI url, String secret, String shopDomain, Duration firstRetry) {}

    /**
     * What happened to the deliveries so far.
     *
     * @param answeredMicros how long each accepted delivery took from sending to its answer
     */
    record Counts(
            long delivered,
            long failed,
            long duplicates,
            long pending,
            long givenUp,
            List<Long> answeredMicros) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, List.of());
    }

    private record Delivery(String topic, String webhookId, Instant at, byte[] body, int attempt) {}

    WebhookSender(Target target, FaultPlan faults, long seed) {
        this.target = target;
        this.faults = faults;
        this.random = new Random(seed);
    }

    /** Sends all, with deliberate duplicates and in another order if the faults say so. */
    void send(String topic, List<byte[]> bodies) {
        List<Delivery> deliveries = new ArrayList<>();
        for (byte[] body : bodies) {
            String id = UUID.randomUUID().toString();
            deliveries.add(new Delivery(topic, id, Instant.now(), body, 1));
            if (faults.strikes("duplicate")) {
                duplicates.incrementAndGet();
                deliveries.add(new Delivery(topic, id, Instant.now(), body, 1));
            }
        }
        if (faults.strikes("shuffle")) {
            Collections.shuffle(deliveries, random);
        }
        pending.addAndGet(deliveries.size());
        deliveries.forEach(delivery -> schedule(delivery, Duration.ZERO));
    }

    private void schedule(Delivery delivery, Duration delay) {
        try {
            var _ =
                    workers.schedule(
                            () -> deliver(delivery), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            LOG.debug("closed: webhook {} is not sent", delivery.webhookId);
        }
    }

    private void deliver(Delivery delivery) {
        if (accepted(delivery)) {
            delivered.incrementAndGet();
            pending.decrementAndGet();
            return;
        }
        failed.incrementAndGet();
        if (delivery.attempt >= MAX_ATTEMPTS) {
            givenUp.incrementAndGet();
            pending.decrementAndGet();
            return;
        }
        Duration delay = target.firstRetry.multipliedBy(1L << Math.min(delivery.attempt - 1, 6));
        schedule(
                new Delivery(
                        delivery.topic,
                        delivery.webhookId,
                        delivery.at,
                        delivery.body,
                        delivery.attempt + 1),
                delay);
    }

    private boolean accepted(Delivery delivery) {
        HttpRequest request =
                HttpRequest.newBuilder(target.url)
                        .timeout(ANSWER_TIME)
                        .header("Content-Type", "application/json")
                        .header("X-Shopify-Topic", delivery.topic)
                        .header(
                                "X-Shopify-Hmac-Sha256",
                                ShopifySignature.sign(delivery.body, target.secret))
                        .header("X-Shopify-Shop-Domain", target.shopDomain)
                        .header("X-Shopify-API-Version", "2026-01")
                        .header("X-Shopify-Webhook-Id", delivery.webhookId)
                        .header("X-Shopify-Event-Id", delivery.webhookId)
                        .header("X-Shopify-Triggered-At", delivery.at.toString())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body))
                        .build();
        try {
            long sent = System.nanoTime();
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            boolean accepted = status >= 200 && status < 300;
            if (accepted) {
                answeredMicros.add((System.nanoTime() - sent) / 1_000);
            }
            return accepted;
        } catch (IOException e) {
            LOG.debug("webhook {} not delivered", delivery.webhookId, e);
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Counts counts() {
        return new Counts(
                delivered.get(),
                failed.get(),
                duplicates.get(),
                pending.get(),
                givenUp.get(),
                List.copyOf(answeredMicros));
    }

    @Override
    public void close() {
        workers.shutdownNow();
        http.shutdownNow();
    }
}
