package io.fulfillx.backend.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.Deadline;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.SharedCommit.Limits;
import io.fulfillx.model.id.OrgId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests that want the same share one commit, and nothing else. */
class SharedCommitTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String INSERT =
            "insert into warehouse (org_id, code, name) values (:org, :code, 'Shared')";
    private static final String CODES =
            "select code from warehouse where org_id = :org and name = 'Shared' order by code";

    private final Transactions transactions = TestBackend.assembly().foundation().transactions();
    private final OrgId org;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());

    SharedCommitTest() {
        String slug = "shared-" + COUNT.incrementAndGet();
        org = TestBackend.assembly().identity().ensureOrganization(slug, slug);
    }

    /** The first transaction waits at the gate; what comes meanwhile must share the next one. */
    private List<Settled<String>> settle(Tx tx, List<String> codes) {
        batches.add(codes);
        if (codes.contains("FIRST")) {
            pass(gate);
        }
        if (codes.contains("SLOW")) {
            tx.sql("select cast(pg_sleep(0.5) as text) as slept").list(row -> row.text("slept"));
        }
        List<Settled<String>> settled = new ArrayList<>();
        for (String code : codes) {
            if (code.startsWith("REFUSED")) {
                settled.add(Settled.refused(new Fault(Fault.Code.CONFLICT, code)));
            } else {
                // The check of the column refuses lower case, which fails the whole transaction.
                tx.sql(INSERT).with("code", code).run();
                settled.add(Settled.done(code.toLowerCase(java.util.Locale.ROOT)));
            }
        }
        return settled;
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SharedCommit<String, String> shared(Limits limits) {
        return new SharedCommit<>(transactions, limits, this::settle);
    }

    private List<String> codes() {
        return transactions.inOrg(org, tx -> tx.sql(CODES).list(row -> row.text("code")));
    }

    /** Sends the requests one after the other while the first one is at work. */
    private List<Future<String>> sendBehindTheFirst(
            SharedCommit<String, String> shared, ExecutorService threads, List<String> codes)
            throws InterruptedException {
        List<Future<String>> answers = new ArrayList<>();
        answers.add(threads.submit(() -> shared.call(org, "lane", "FIRST")));
        while (batches.isEmpty()) {
            Thread.sleep(1);
        }
        for (String code : codes) {
            answers.add(threads.submit(() -> shared.call(org, "lane", code)));
            Thread.sleep(10);
        }
        gate.countDown();
        return answers;
    }

    @Test
    void thoseWhoWaitShareOneTransactionInTheOrderInWhichTheyCame() throws Exception {
        var shared = shared(Limits.standard());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = sendBehindTheFirst(shared, threads, List.of("B", "A", "C"));
            assertEquals("b", answers.get(1).get());
            assertEquals("a", answers.get(2).get());
            assertEquals("c", answers.get(3).get());
        }
        assertEquals(List.of(List.of("FIRST"), List.of("B", "A", "C")), batches);
        assertEquals(2, shared.transactions());
        assertEquals(List.of("A", "B", "C", "FIRST"), codes());
    }

    @Test
    void oneThatBreaksTheTransactionFailsAlone() throws Exception {
        var shared = shared(Limits.standard());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    sendBehindTheFirst(shared, threads, List.of("A", "B", "broken", "D", "E"));
            assertEquals("a", answers.get(1).get());
            assertEquals("e", answers.get(5).get());
            var failed = assertThrows(ExecutionException.class, () -> answers.get(3).get());
            assertTrue(failed.toString().contains("DbStatementException"), failed::toString);
        }
        assertEquals(List.of("A", "B", "D", "E", "FIRST"), codes());
    }

    @Test
    void oneThatIsRefusedLeavesItsNeighborsAlone() throws Exception {
        var shared = shared(Limits.standard());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = sendBehindTheFirst(shared, threads, List.of("A", "REFUSED", "C"));
            assertEquals("c", answers.get(3).get());
            var failed = assertThrows(ExecutionException.class, () -> answers.get(2).get());
            assertTrue(failed.toString().contains("REFUSED"), failed::toString);
        }
        assertEquals(2, batches.size());
    }

    @Test
    void moreThanMayWaitAreRefusedAtOnceAndNobodyWaitsLongerThanItsPatience() throws Exception {
        var shared = shared(new Limits(8, 2, Duration.ofMillis(100)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> shared.call(org, "lane", "FIRST"));
            while (batches.isEmpty()) {
                Thread.sleep(1);
            }
            var patient = threads.submit(() -> shared.call(org, "lane", "A"));
            var other = threads.submit(() -> shared.call(org, "lane", "B"));
            Thread.sleep(20);
            Fault full = assertThrows(Fault.class, () -> shared.call(org, "lane", "C"));
            assertEquals(Fault.Code.UNAVAILABLE, full.code());
            var late = assertThrows(ExecutionException.class, patient::get);
            assertTrue(late.toString().contains("turn"), late::toString);
            var _ = assertThrows(ExecutionException.class, other::get);
            gate.countDown();
            assertEquals("first", first.get());
        }
        assertEquals(List.of("FIRST"), codes());
    }

    @Test
    void anotherLaneDoesNotWait() throws Exception {
        var shared = shared(Limits.standard());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> shared.call(org, "lane", "FIRST"));
            while (batches.isEmpty()) {
                Thread.sleep(1);
            }
            assertEquals("a", shared.call(org, "other", "A"));
            gate.countDown();
            assertEquals("first", first.get());
        }
    }

    @Test
    void oneThatIsLateItselfDoesNotMakeThoseItWorksForLate() throws Exception {
        var shared = shared(Limits.standard());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> shared.call(org, "lane", "FIRST"));
            while (batches.isEmpty()) {
                Thread.sleep(1);
            }
            var late =
                    threads.submit(
                            () ->
                                    Deadline.within(
                                            Duration.ofMillis(400),
                                            () -> shared.call(org, "lane", "SLOW")));
            Thread.sleep(10);
            var other = threads.submit(() -> shared.call(org, "lane", "A"));
            Thread.sleep(50);
            gate.countDown();
            assertEquals("first", first.get());
            assertEquals("slow", late.get());
            assertEquals("a", other.get());
        }
        assertEquals(List.of(List.of("FIRST"), List.of("SLOW", "A")), batches);
    }

    @Test
    void insideATransactionItIsRefused() {
        var shared = shared(Limits.standard());
        assertThrows(
                IllegalStateException.class,
                () -> transactions.inOrg(org, _ -> shared.call(org, "lane", "A")));
    }
}
