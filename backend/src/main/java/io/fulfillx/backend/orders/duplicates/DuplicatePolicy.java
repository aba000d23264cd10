package io.fulfillx.backend.orders.duplicates;

import io.fulfillx.model.quantity.Money;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scores how likely two orders are the same one placed twice. Pure. */
final class DuplicatePolicy {
    private static final int PERCENT = 100;

    private final DuplicateRule rule;

    DuplicatePolicy(DuplicateRule rule) {
        this.rule = rule;
    }

    /** A reason and what it counts, in hundredths. */
    record Reason(String what, int points, String sentence) {}

    /** The sum of the reasons. */
    record Score(int points, List<Reason> reasons) {
        Score {
            reasons = List.copyOf(reasons);
        }
    }

    boolean isExempt(Fingerprint order) {
        return rule.exemptTags().stream().anyMatch(order.tags()::contains);
    }

    boolean isSuspicious(Score score) {
        return score.points() >= rule.threshold();
    }

    Score score(Fingerprint a, Fingerprint b) {
        List<Reason> reasons = new ArrayList<>();
        boolean email = same(a.email(), b.email());
        boolean phone = same(a.phone(), b.phone());
        if (email || phone) {
            String what = email ? phone ? "e-mail and phone" : "e-mail" : "phone";
            reasons.add(new Reason("SAME_BUYER", rule.sameBuyer(), "Same " + what + "."));
        }
        if (same(a.address(), b.address())) {
            reasons.add(new Reason("SAME_ADDRESS", rule.sameAddress(), "Same address."));
        }
        int overlap = overlapPercent(a.units(), b.units());
        if (overlap >= rule.similarPercent()) {
            reasons.add(
                    new Reason(
                            "SIMILAR_LINES",
                            rule.similarLines(),
                            overlap + " % of the units are the same."));
        }
        if (sameTotal(a.total(), b.total())) {
            reasons.add(
                    new Reason(
                            "SAME_TOTAL", rule.sameTotal(), "The totals differ by less than 1 %."));
        }
        Duration apart = Duration.between(a.placedAt(), b.placedAt()).abs();
        if (apart.compareTo(Duration.ofHours(rule.closeHours())) < 0) {
            reasons.add(
                    new Reason(
                            "CLOSE_IN_TIME",
                            rule.closeInTime(),
                            "Placed " + apart.toMinutes() + " minutes apart."));
        }
        if (same(a.payment(), b.payment())) {
            reasons.add(new Reason("SAME_PAYMENT", rule.samePayment(), "Same card or account."));
        }
        if (!a.channelId().equals(b.channelId())) {
            reasons.add(new Reason("OTHER_CHANNEL", -rule.otherChannel(), "Different channels."));
        }
        return new Score(reasons.stream().mapToInt(Reason::points).sum(), reasons);
    }

    /** Two unknown values are not the same. */
    private static boolean same(@Nullable String a, @Nullable String b) {
        return a != null && a.equals(b);
    }

    /** Units that both have of units that either has, rounded down; 0 when nobody has any. */
    private static int overlapPercent(Map<String, Integer> a, Map<String, Integer> b) {
        long both = 0;
        long either = 0;
        Set<String> skus = new HashSet<>(a.keySet());
        skus.addAll(b.keySet());
        for (String sku : skus) {
            int ofA = a.getOrDefault(sku, 0);
            int ofB = b.getOrDefault(sku, 0);
            both += Math.min(ofA, ofB);
            either += Math.max(ofA, ofB);
        }
        return either == 0 ? 0 : Math.toIntExact(both * PERCENT / either);
    }

    /** Less than one percent of the larger one apart; two equal totals always are. */
    private static boolean sameTotal(Money a, Money b) {
        if (!a.currency().equals(b.currency())) {
            return false;
        }
        long apart = Math.abs(a.minor() - b.minor());
        long larger = Math.max(Math.abs(a.minor()), Math.abs(b.minor()));
        return apart == 0 || apart * PERCENT < larger;
    }
}
