package io.fulfillx.backend.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.job.Worker.Next;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.Ids;
import io.fulfillx.model.id.OrgId;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class OutboxWorkerTest {
    private final Transactions transactions = TestBackend.assembly().foundation().transactions();
    private final OrgId org = TestBackend.newOrg().id();
    private final String topic = "test." + org;
    private final Deque<Delivery> answers = new ArrayDeque<>();
    private final List<UUID> delivered = new ArrayList<>();

    private final OutboxHandler handler =
            new OutboxHandler() {
                @Override
                public String topic() {
                    return topic;
                }

                @Override
                public Delivery deliver(OrgId of, UUID subject) {
                    delivered.add(subject);
                    return answers.isEmpty() ? Delivery.done() : answers.pop();
                }
            };

    private OutboxWorker at(Duration later) {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), new Random(1));
        Clock clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        return new OutboxWorker(transactions, handler, backoff, clock, "other");
    }

    private UUID add() {
        UUID subject = UUID.randomUUID();
        transactions.inOrg(
                org,
                tx -> {
                    new Outbox(Ids.system()).add(tx, topic, subject);
                    return true;
                });
        return subject;
    }

    private String status() {
        return transactions.inOrg(
                org,
                tx ->
                        tx.sql("select status from outbox where org_id = :org and topic = :topic")
                                .with("topic", topic)
                                .get(row -> row.text("status")));
    }

    @Test
    void aRowIsDeliveredOnce() {
        UUID subject = add();
        assertEquals(Next.AT_ONCE, at(Duration.ofSeconds(1)).runOnce(org));
        assertNotEquals(Next.AT_ONCE, at(Duration.ofHours(1)).runOnce(org));
        assertEquals(List.of(subject), delivered);
        assertEquals("DONE", status());
    }

    @Test
    void aFailedDeliveryComesAgainAfterItsPause() {
        UUID subject = add();
        answers.add(Delivery.retry("the other side is down"));
        assertEquals(Next.AT_ONCE, at(Duration.ofSeconds(1)).runOnce(org));
        assertEquals(Next.AT_ONCE, at(Duration.ofMinutes(5)).runOnce(org));
        assertEquals(List.of(subject, subject), delivered);
        assertEquals("DONE", status());
    }

    @Test
    void whatCannotBeDeliveredBecomesADeadLetter() {
        add();
        answers.add(new Delivery.Dead("refused"));
        assertEquals(Next.AT_ONCE, at(Duration.ofSeconds(1)).runOnce(org));
        assertEquals("DEAD", status());
    }

    @Test
    void aRowThatKeepsFailingBecomesADeadLetterInTheEnd() {
        add();
        for (int i = 0; i < 12; i++) {
            answers.add(Delivery.retry("still down"));
            at(Duration.ofHours(1 + i)).runOnce(org);
        }
        assertEquals("DEAD", status());
        assertEquals(12, delivered.size());
    }

    private void dieWhileDelivering(String instance) {
        OutboxWorker dying =
                new OutboxWorker(
                        transactions,
                        new OutboxHandler() {
                            @Override
                            public String topic() {
                                return topic;
                            }

                            @Override
                            public Delivery deliver(OrgId of, UUID of2) {
                                throw new OutOfMemoryError("as if the process were gone");
                            }
                        },
                        new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), new Random(1)),
                        Clock.offset(Clock.systemUTC(), Duration.ofSeconds(1)),
                        instance);
        assertThrows(OutOfMemoryError.class, () -> dying.runOnce(org));
    }

    @Test
    void aProcessThatStartsAgainTakesBackItsOwnLeasesAndNoOthers() {
        UUID mine = add();
        String instance = "me-" + org;
        dieWhileDelivering(instance);
        UUID others = add();
        dieWhileDelivering("somebody else");
        new OutboxWorkers(transactions, instance, Clock.systemUTC()).takeBackLeases();
        OutboxWorker worker = at(Duration.ofSeconds(5));
        assertEquals(Next.AT_ONCE, worker.runOnce(org));
        assertNotEquals(Next.AT_ONCE, worker.runOnce(org));
        assertEquals(List.of(mine), delivered);
        assertEquals(Next.AT_ONCE, at(Duration.ofSeconds(90)).runOnce(org));
        assertEquals(List.of(mine, others), delivered);
    }

    @Test
    void aRowWhoseWorkerDiedComesAgainWhenItsLeaseRunsOut() {
        UUID subject = add();
        dieWhileDelivering("gone for ever");
        assertNotEquals(Next.AT_ONCE, at(Duration.ofSeconds(10)).runOnce(org));
        assertEquals(Next.AT_ONCE, at(Duration.ofSeconds(90)).runOnce(org));
        assertEquals(List.of(subject), delivered);
    }
}
