package io.fulfillx.backend.orders.duplicates;

import io.fulfillx.backend.orders.duplicates.DuplicatePolicy.Score;
import io.fulfillx.backend.orders.duplicates.FingerprintStore.Pair;
import io.fulfillx.backend.orders.search.FollowOrdersWorker;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares each new order with those that share something with it. A suspicion holds the newer
 * order and waits for a person; nothing is ever cancelled or merged by itself.
 */
public final class CheckDuplicatesWorker implements Worker {
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final SettleDuplicates settle;
    private final Clock clock;
    private final FingerprintStore fingerprints = new FingerprintStore();
    private final SuspicionStore suspicions = new SuspicionStore();

    public CheckDuplicatesWorker(Transactions transactions, SettleDuplicates settle, Clock clock) {
        this.transactions = transactions;
        this.settle = settle;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "check-duplicates";
    }

    @Override
    public Set<String> wokenBy() {
        return Set.of(FollowOrdersWorker.FOLLOWED);
    }

    @Override
    public Next runOnce(OrgId org) {
        boolean any = transactions.inOrg(org, fingerprints::anyUnchecked);
        return Next.atOnceIf(any && transactions.inOrg(org, this::check));
    }

    private boolean check(Tx tx) {
        List<OrderId> orders = fingerprints.takeUnchecked(tx, clock.instant(), BATCH);
        if (orders.isEmpty()) {
            return false;
        }
        DuplicateRule rule = suspicions.rule(tx).rule();
        DuplicatePolicy policy = new DuplicatePolicy(rule);
        List<Pair> pairs = fingerprints.pairs(tx, orders, rule.linesAloneSuffice());
        Set<OrderId> wanted = new HashSet<>();
        pairs.forEach(pair -> wanted.addAll(List.of(pair.order(), pair.other())));
        Map<OrderId, Fingerprint> found =
                wanted.isEmpty() ? Map.of() : fingerprints.find(tx, wanted);
        for (Pair pair : pairs) {
            Fingerprint one = found.get(pair.order());
            Fingerprint other = found.get(pair.other());
            if (one != null && other != null && !exempt(policy, one, other)) {
                compare(tx, rule, policy, one, other);
            }
        }
        return orders.size() == BATCH;
    }

    private static boolean exempt(DuplicatePolicy policy, Fingerprint one, Fingerprint other) {
        return policy.isExempt(one) || policy.isExempt(other);
    }

    private void compare(
            Tx tx, DuplicateRule rule, DuplicatePolicy policy, Fingerprint one, Fingerprint other) {
        Score score = policy.score(one, other);
        if (!policy.isSuspicious(score)) {
            return;
        }
        boolean oneIsNewer = one.isNewerThan(other);
        Fingerprint newer = oneIsNewer ? one : other;
        Fingerprint older = oneIsNewer ? other : one;
        if (suspicions.insert(
                tx, newer.orderId(), older.orderId(), score, rule.threshold(), clock.instant())) {
            settle.suspect(tx, newer.orderId(), older.number(), score);
        }
    }
}
