package io.fulfillx.backend.orders.duplicates;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.orders.OrderActs;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.duplicates.DuplicatePolicy.Reason;
import io.fulfillx.backend.orders.duplicates.DuplicatePolicy.Score;
import io.fulfillx.backend.orders.duplicates.SuspicionStore.State;
import io.fulfillx.backend.orders.duplicates.SuspicionStore.Suspicion;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Holds an order that may be a duplicate, and does what a person decides about it. */
public final class SettleDuplicates {
    private static final double HUNDRED = 100.0;

    private final OrderActs orders;
    private final Clock clock;
    private final SuspicionStore suspicions = new SuspicionStore();

    public SettleDuplicates(OrderActs orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** An order that is over is only pointed out. */
    void suspect(Tx tx, OrderId newer, long olderNumber, Score score) {
        String reason =
                String.format(
                        Locale.ROOT,
                        "May be the same as order %d (%.2f). %s",
                        olderNumber,
                        score.points() / HUNDRED,
                        score.reasons().stream()
                                .map(Reason::sentence)
                                .collect(Collectors.joining(" ")));
        if (orders.lock(tx, newer).isOpen()) {
            boolean _ = orders.hold(tx, newer, HoldType.DUPLICATE_SUSPECT, reason, Actor.SYSTEM);
        } else {
            orders.tell(tx, newer, Actor.SYSTEM, "DUPLICATE_SUSPECTED", reason);
        }
    }

    /**
     * Both are wanted; this pair is never suspected again.
     *
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW when the pair was settled in another way
     */
    void keepBoth(Tx tx, OrderId order, OrderId other, String actor) {
        Suspicion pair = open(tx, order, other, State.KEPT);
        if (suspicions.decide(tx, pair, State.KEPT, actor, clock.instant())) {
            orders.tell(
                    tx, pair.newer(), actor, "DUPLICATE_KEPT", "Not the same as " + other + ".");
        }
        releaseUnlessSuspected(tx, pair.newer(), actor);
    }

    /**
     * Gives up the one that was placed later.
     *
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW when it is too late or the pair was settled in
     *     another way
     */
    void cancelNewer(Tx tx, OrderId order, OrderId other, String reason, String actor) {
        Suspicion pair = open(tx, order, other, State.CANCELLED);
        boolean _ = orders.cancel(tx, pair.newer(), reason, actor);
        settleAll(tx, pair.newer(), actor);
    }

    /**
     * Moves everything of the one that was placed later into the other one.
     *
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW when they cannot leave together, or the pair was
     *     settled in another way
     */
    void merge(Tx tx, OrderId order, OrderId other, String reason, String actor) {
        Suspicion pair = open(tx, order, other, State.MERGED);
        if (suspicions.decide(tx, pair, State.MERGED, actor, clock.instant())) {
            orders.merge(tx, pair.newer(), pair.older(), reason, actor);
            settleAll(tx, pair.newer(), actor);
        }
    }

    /** An order that is given up is nobody's duplicate any more. */
    private void settleAll(Tx tx, OrderId givenUp, String actor) {
        for (Suspicion each : suspicions.of(tx, givenUp)) {
            boolean settled = suspicions.decide(tx, each, State.CANCELLED, actor, clock.instant());
            if (settled && each.older().equals(givenUp)) {
                releaseUnlessSuspected(tx, each.newer(), actor);
            }
        }
    }

    private Suspicion open(Tx tx, OrderId order, OrderId other, State wanted) {
        Suspicion pair =
                suspicions
                        .find(tx, order, other)
                        .orElseThrow(() -> Fault.notFound("suspected duplicate"));
        if (!pair.isOpen() && pair.state() != wanted) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "This pair was settled as " + pair.state() + " by " + pair.decidedBy() + ".");
        }
        // The older one first, as everybody does it who locks two orders.
        List.of(pair.older(), pair.newer()).stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .forEach(id -> orders.lock(tx, id));
        return pair;
    }

    private void releaseUnlessSuspected(Tx tx, OrderId held, String actor) {
        boolean suspected =
                suspicions.of(tx, held).stream()
                        .anyMatch(each -> each.isOpen() && each.newer().equals(held));
        if (!suspected && orders.lock(tx, held).isOpen()) {
            boolean _ = orders.release(tx, held, HoldType.DUPLICATE_SUSPECT, actor);
        }
    }
}
