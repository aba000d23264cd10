package io.fulfillx.backend.rules;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the rules made of an order, and why.
 *
 * @param service null when no rule set one
 * @param carton null when no rule chose one
 * @param why one entry per rule, in order
 */
public record RuleDecision(
        @Nullable String service,
        @Nullable String carton,
        List<String> tags,
        List<Action.PlaceHold> holds,
        List<Reason> why) {
    public RuleDecision {
        tags = List.copyOf(tags);
        holds = List.copyOf(holds);
        why = List.copyOf(why);
    }

    /** What became of one rule. */
    public enum Result {
        MATCHED,
        NOT_MATCHED,
        DISABLED,
        /** An earlier rule said to stop. */
        SKIPPED
    }

    /**
     * @param words the condition that decided, with the actual value
     * @param effects what the rule did, empty unless it matched
     */
    public record Reason(
            String ruleId, String ruleName, Result result, String words, List<String> effects) {
        public Reason {
            effects = List.copyOf(effects);
        }
    }
}
