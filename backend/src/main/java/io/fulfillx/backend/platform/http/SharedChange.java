package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.http.KeyedReplies.Stored;
import io.fulfillx.backend.platform.sql.Settled;
import io.fulfillx.backend.platform.sql.SharedCommit;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The change behind a route whose requests share commits ({@link Route#postShared}). Each request's
 * idempotency key is claimed, and its answer stored, in the transaction it shares: a repeat gets
 * the first answer, in the same transaction too. A refused request leaves no key behind.
 *
 * @param <Q> a request, read and checked: nothing of it may depend on the thread that works on it
 */
public final class SharedChange<Q> {
    private final SharedCommit<Claim<Q>, Reply> commits;
    private final Change<Q> change;

    /**
     * @param change does all of these requests in this transaction, and returns as many outcomes in
     *     the same order; see {@link SharedCommit} for what is asked of it
     */
    public SharedChange(Transactions transactions, SharedCommit.Limits limits, Change<Q> change) {
        this.commits = new SharedCommit<>(transactions, limits, this::settle);
        this.change = change;
    }

    /** What a transaction does for those who share it. */
    @FunctionalInterface
    public interface Change<Q> {
        List<Settled<Reply>> all(Tx tx, List<Asked<Q>> asked);
    }

    /**
     * One request.
     *
     * @param correlation its own id; the thread that works for all has another
     */
    public record Asked<Q>(Q request, String correlation) {}

    /** A request with its key. */
    record Claim<Q>(Keyed keyed, Asked<Q> asked) {}

    /**
     * Answers a call.
     *
     * @param lane requests of the same lane of an organisation are worked on together
     * @throws io.fulfillx.backend.platform.Fault why it was refused
     */
    public Reply run(Call call, String lane, Q request) {
        Asked<Q> asked = new Asked<>(request, Correlation.current());
        return commits.call(call.org(), lane, new Claim<>(call.keyed(), asked));
    }

    /** How many transactions were begun. */
    public long transactions() {
        return commits.transactions();
    }

    private List<Settled<Reply>> settle(Tx tx, List<Claim<Q>> claims) {
        Map<Keyed.Name, Claim<Q>> firsts = new LinkedHashMap<>();
        claims.forEach(claim -> firsts.putIfAbsent(claim.keyed().name(), claim));
        Map<Keyed.Name, Stored> before =
                KeyedReplies.claim(tx, firsts.values().stream().map(Claim::keyed).toList());
        List<Claim<Q>> fresh =
                firsts.values().stream()
                        .filter(claim -> !before.containsKey(claim.keyed().name()))
                        .toList();
        Map<Keyed.Name, Settled<Reply>> settled = new HashMap<>();
        if (!fresh.isEmpty()) {
            List<Settled<Reply>> outcomes =
                    change.all(tx, fresh.stream().map(Claim::asked).toList());
            for (int i = 0; i < fresh.size(); i++) {
                settled.put(fresh.get(i).keyed().name(), outcomes.get(i));
            }
            keep(tx, settled);
        }
        return claims.stream()
                .map(
                        claim -> {
                            Keyed.Name name = claim.keyed().name();
                            Stored stored = before.get(name);
                            return stored == null
                                    ? answer(claim, firsts.get(name), settled.get(name))
                                    : stored.to(claim.keyed());
                        })
                .toList();
    }

    private static void keep(Tx tx, Map<Keyed.Name, Settled<Reply>> settled) {
        Map<Keyed.Name, Reply> done = new HashMap<>();
        List<Keyed.Name> refused = new ArrayList<>();
        settled.forEach(
                (name, outcome) -> {
                    switch (outcome) {
                        case Settled.Done<Reply>(Reply reply) -> done.put(name, reply);
                        case Settled.Refused<Reply> _ -> refused.add(name);
                    }
                });
        KeyedReplies.store(tx, done);
        KeyedReplies.drop(tx, refused);
    }

    /** The first with a key did the work; another with the same body gets the same answer. */
    private static <Q> Settled<Reply> answer(
            Claim<Q> claim, @Nullable Claim<Q> first, @Nullable Settled<Reply> outcome) {
        if (first == null || outcome == null) {
            throw new IllegalStateException("no outcome for " + claim.keyed().name());
        }
        return first.keyed().bodyHash().equals(claim.keyed().bodyHash())
                ? outcome
                : Settled.refused(Idempotency.reused());
    }
}
