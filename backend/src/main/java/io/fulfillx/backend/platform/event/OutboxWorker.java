package io.fulfillx.backend.platform.event;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Delivers the outbox rows of one topic, oldest first within each organisation. A row is leased
 * before the work and settled after it. After a crash in between the row comes again: at once when
 * the same process starts anew, else when the lease runs out.
 */
public final class OutboxWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MAX_ATTEMPTS = 12;
    private static final int TOGETHER = 4;

    private static final String LEASE_NEXT =
            """
            update outbox set attempts = attempts + 1, next_at = :leased,
              leased_by = :instance
            where org_id = :org and outbox_id = (
              select outbox_id from outbox
              where org_id = :org and topic = :topic and status = 'PENDING' and next_at <= :now
              order by next_at, outbox_id limit 1 for update skip locked)
            returning outbox_id, subject_id, correlation_id, attempts
            """;

    /** In the index's order, or a topic without rows is looked for among those of all others. */
    private static final String NEXT_LATER =
            """
            select next_at from outbox
            where org_id = :org and topic = :topic and status = 'PENDING'
            order by topic, next_at limit 1
            """;

    private static final String SETTLE =
            """
            update outbox set status = :status, next_at = :next, last_error = :error,
              leased_by = null
            where org_id = :org and outbox_id = :id
            """;

    private static final String POSTPONE =
            """
            update outbox set attempts = attempts - 1, next_at = :next, last_error = :error,
              leased_by = null
            where org_id = :org and outbox_id = :id
            """;

    private final Transactions transactions;
    private final OutboxHandler handler;
    private final Backoff backoff;
    private final Clock clock;
    private final String instance;

    /**
     * @param instance names this process; its leases are taken back when it starts again
     */
    OutboxWorker(
            Transactions transactions,
            OutboxHandler handler,
            Backoff backoff,
            Clock clock,
            String instance) {
        this.transactions = transactions;
        this.handler = handler;
        this.backoff = backoff;
        this.clock = clock;
        this.instance = instance;
    }

    private record Leased(UUID id, UUID subject, String correlation, int attempt) {}

    private record Found(Optional<Leased> leased, Next next) {}

    @Override
    public String name() {
        return "outbox-" + handler.topic();
    }

    @Override
    public Set<String> wokenBy() {
        return Set.of(Outbox.news(handler.topic()));
    }

    /** Handlers wait for carriers and shops: a slow one must not hold up other organisations. */
    @Override
    public int together() {
        return TOGETHER;
    }

    @Override
    public Next runOnce(OrgId org) {
        Found found = transactions.inOrg(org, this::find);
        found.leased().ifPresent(leased -> deliver(org, leased));
        return found.next();
    }

    private Found find(Tx tx) {
        Optional<Leased> leased = lease(tx);
        if (leased.isPresent()) {
            return new Found(leased, Next.AT_ONCE);
        }
        return new Found(leased, anyLater(tx) ? Next.SOON : Next.WHEN_WOKEN);
    }

    private boolean anyLater(Tx tx) {
        return tx.sql(NEXT_LATER)
                .with("topic", handler.topic())
                .find(row -> row.instant("next_at"))
                .isPresent();
    }

    private Optional<Leased> lease(Tx tx) {
        Instant now = clock.instant();
        return tx.sql(LEASE_NEXT)
                .with("topic", handler.topic())
                .with("now", now)
                .with("leased", now.plus(LEASE))
                .with("instance", instance)
                .find(
                        row ->
                                new Leased(
                                        row.uuid("outbox_id"),
                                        row.uuid("subject_id"),
                                        row.text("correlation_id"),
                                        row.integer("attempts")));
    }

    private void deliver(OrgId org, Leased row) {
        Delivery delivery = Correlation.call(row.correlation(), () -> attempt(org, row.subject()));
        switch (delivery) {
            case Delivery.Done() -> settle(org, row, "DONE", clock.instant(), "");
            case Delivery.Dead(String reason) -> bury(org, row, reason);
            case Delivery.Wait(String reason, Duration after) ->
                    postpone(org, row, clock.instant().plus(after), reason);
            case Delivery.Retry(String reason, Optional<Duration> after) -> {
                if (row.attempt() >= MAX_ATTEMPTS) {
                    bury(org, row, reason);
                } else {
                    Duration wait = after.orElseGet(() -> backoff.after(row.attempt()));
                    settle(org, row, "PENDING", clock.instant().plus(wait), reason);
                }
            }
        }
    }

    private Delivery attempt(OrgId org, UUID subject) {
        try {
            return handler.deliver(org, subject);
        } catch (RuntimeException e) {
            LOG.warn("{} of {} failed and will be retried", handler.topic(), subject, e);
            return Delivery.retry(String.valueOf(e.getMessage()));
        }
    }

    private void bury(OrgId org, Leased row, String reason) {
        LOG.error("{} of {} is a dead letter: {}", handler.topic(), row.subject(), reason);
        settle(org, row, "DEAD", clock.instant(), reason);
    }

    private void postpone(OrgId org, Leased row, Instant next, String reason) {
        transactions.inOrg(
                org,
                tx ->
                        tx.sql(POSTPONE)
                                .with("id", row.id())
                                .with("next", next)
                                .with("error", reason)
                                .run());
    }

    private void settle(OrgId org, Leased row, String status, Instant next, String error) {
        transactions.inOrg(
                org,
                tx ->
                        tx.sql(SETTLE)
                                .with("id", row.id())
                                .with("status", status)
                                .with("next", next)
                                .with("error", error)
                                .run());
    }
}
