package io.fulfillx.backend.platform.sql;

import io.fulfillx.backend.platform.Deadline;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.id.OrgId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Lets requests that want the same rows share one transaction and one commit instead of waiting for
 * each other's locks. Requests of one lane stand in a queue. Who comes and finds nobody at work
 * works at once; who comes meanwhile waits, and the first of those who wait then does the work of
 * all of them. So there is no timer, nothing is added when nothing waits, and requests are served
 * in the order in which they came.
 *
 * <p>The lane is free as soon as the transaction has committed; its requests are answered when it
 * is on disk as well, for which the next ones do not wait.
 *
 * <p>The work gets the requests in that order and says for each what became of it. When it throws,
 * nothing of that transaction stays, and the requests are tried again in halves: one that cannot be
 * done fails alone. The work of a request can therefore begin more than once, and must be the same
 * each time. Never call this inside a transaction.
 */
public final class SharedCommit<Q, R> {
    private final Transactions transactions;
    private final Limits limits;
    private final Work<Q, R> work;
    private final ConcurrentMap<Lane, Line<Q, R>> lines = new ConcurrentHashMap<>();
    private final LongAdder begun = new LongAdder();

    /**
     * @param work does all of these requests in this transaction, and returns as many outcomes in
     *     the same order
     */
    public SharedCommit(Transactions transactions, Limits limits, Work<Q, R> work) {
        this.transactions = transactions;
        this.limits = limits;
        this.work = work;
    }

    /** What a transaction does for those who share it. */
    @FunctionalInterface
    public interface Work<Q, R> {
        List<Settled<R>> settle(Tx tx, List<Q> requests);
    }

    /**
     * How much may be shared.
     *
     * @param together requests in one transaction at most; with 1 nothing is shared, and each opens
     *     its own transaction at once
     * @param waiting requests in one lane at most; more are refused at once
     * @param patience how long a request may wait for its turn
     */
    public record Limits(int together, int waiting, Duration patience) {
        public static Limits standard() {
            return new Limits(128, 2_000, Duration.ofSeconds(5));
        }
    }

    /** Requests of one lane are served one after the other: an organisation, or a row in it. */
    private record Lane(OrgId org, String name) {}

    /** Those who wait, and whether somebody is at work. Touched only under its lane's entry. */
    private static final class Line<Q, R> {
        private final Deque<Waiter<Q, R>> waiting = new ArrayDeque<>();
    }

    /** What became of a request, as soon as it is on disk. */
    private record Served<Q, R>(Waiter<Q, R> waiter, Settled<R> settled) {}

    /**
     * Does the request together with the others of the organisation's lane.
     *
     * @throws Fault the request's own, or UNAVAILABLE when too many wait or its turn did not come
     */
    public R call(OrgId org, String lane, Q request) {
        if (Transactions.isOpen()) {
            throw new IllegalStateException("a transaction is open; it cannot wait for another");
        }
        if (limits.together() == 1) {
            return transactions.inOrg(org, tx -> settle(tx, List.of(request))).getFirst().get();
        }
        return queued(new Lane(org, lane), new Waiter<>(request));
    }

    /** How many transactions were begun, so that it can be seen what is shared. */
    public long transactions() {
        return begun.sum();
    }

    private R queued(Lane lane, Waiter<Q, R> mine) {
        lines.compute(lane, (_, line) -> join(line, mine));
        if (mine.awaitTurn(patience())) {
            lead(lane, mine);
        }
        return mine.outcome();
    }

    private Duration patience() {
        Duration left = Deadline.left().orElse(limits.patience());
        return left.compareTo(limits.patience()) < 0 ? left : limits.patience();
    }

    /** There is a line exactly while somebody is at work on it. */
    private Line<Q, R> join(@Nullable Line<Q, R> line, Waiter<Q, R> mine) {
        if (line == null) {
            var _ = mine.promote();
            return new Line<>();
        }
        if (line.waiting.size() < limits.waiting()) {
            line.waiting.add(mine);
        } else {
            mine.fail(busy("Too many requests wait for the same"));
        }
        return line;
    }

    static Fault busy(String what) {
        return new Fault(Fault.Code.UNAVAILABLE, what + "; try again in a moment.");
    }

    private void lead(Lane lane, Waiter<Q, R> mine) {
        List<Waiter<Q, R>> together = new ArrayList<>(List.of(mine));
        try {
            List<Served<Q, R>> served = serveInTurn(lane, together);
            if (!served.isEmpty()) {
                flush(served);
            }
        } finally {
            together.stream()
                    .filter(each -> !each.isSettled())
                    .forEach(each -> each.fail(busy("The work of the request ended early")));
        }
    }

    private List<Served<Q, R>> serveInTurn(Lane lane, List<Waiter<Q, R>> together) {
        try {
            var _ = lines.computeIfPresent(lane, (_, line) -> takeFrom(line, together));
            // Who leads may be late itself; the others have their own time.
            return Deadline.afresh(limits.patience(), () -> serve(lane.org(), together));
        } finally {
            var _ = lines.computeIfPresent(lane, (_, line) -> passOn(line));
        }
    }

    /** The next ones are at work already while these wait for the disk. */
    private void flush(List<Served<Q, R>> served) {
        try {
            transactions.flush();
            served.forEach(each -> each.waiter().settle(each.settled()));
        } catch (RuntimeException e) {
            served.forEach(each -> each.waiter().fail(e));
        }
    }

    private Line<Q, R> takeFrom(Line<Q, R> line, List<Waiter<Q, R>> together) {
        while (together.size() < limits.together() && !line.waiting.isEmpty()) {
            Waiter<Q, R> next = line.waiting.removeFirst();
            if (next.take()) {
                together.add(next);
            }
        }
        return line;
    }

    private @Nullable Line<Q, R> passOn(Line<Q, R> line) {
        while (!line.waiting.isEmpty()) {
            if (line.waiting.removeFirst().promote()) {
                return line;
            }
        }
        return null;
    }

    /** Those whose transaction committed; the others are told at once. */
    private List<Served<Q, R>> serve(OrgId org, List<Waiter<Q, R>> together) {
        if (Deadline.left().orElse(Duration.ZERO).isNegative()) {
            together.forEach(each -> each.fail(busy("The request's turn did not come")));
            return List.of();
        }
        try {
            List<Q> requests = together.stream().map(Waiter::request).toList();
            List<Settled<R>> settled = transactions.inOrgUnflushed(org, tx -> settle(tx, requests));
            return IntStream.range(0, settled.size())
                    .mapToObj(i -> new Served<>(together.get(i), settled.get(i)))
                    .toList();
        } catch (RuntimeException e) {
            int half = together.size() / 2;
            if (half == 0 || isForAll(e)) {
                together.forEach(each -> each.fail(e));
                return List.of();
            }
            List<Served<Q, R>> served = new ArrayList<>(serve(org, together.subList(0, half)));
            served.addAll(serve(org, together.subList(half, together.size())));
            return served;
        }
    }

    /** What hits each alike is not tried again for each. */
    private static boolean isForAll(RuntimeException problem) {
        return problem instanceof Fault fault && fault.code() == Fault.Code.UNAVAILABLE;
    }

    private List<Settled<R>> settle(Tx tx, List<Q> requests) {
        begun.increment();
        List<Settled<R>> settled = work.settle(tx, requests);
        if (settled.size() != requests.size()) {
            throw new IllegalStateException(
                    settled.size() + " outcomes of " + requests.size() + " requests");
        }
        return settled;
    }
}
