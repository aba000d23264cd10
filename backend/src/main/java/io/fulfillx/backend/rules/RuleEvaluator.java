package io.fulfillx.backend.rules;

import io.fulfillx.backend.rules.RuleDecision.Reason;
import io.fulfillx.backend.rules.RuleDecision.Result;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the rules from first to last. The same rules and facts always give the same decision: no
 * clock, no randomness, no patterns that could run away. What an action does is not seen by later
 * conditions, so rules cannot loop.
 */
public final class RuleEvaluator {
    public RuleDecision evaluate(RuleSet rules, OrderFacts facts) {
        Outcome outcome = new Outcome();
        ConditionCheck check = new ConditionCheck(facts);
        @Nullable String stoppedBy = null;
        for (Rule rule : rules.rules()) {
            if (stoppedBy != null) {
                outcome.reason(rule, Result.SKIPPED, stoppedBy + " said to stop", List.of());
            } else if (!rule.enabled()) {
                outcome.reason(rule, Result.DISABLED, "the rule is switched off", List.of());
            } else {
                ConditionCheck.Verdict verdict = check.check(rule.when());
                Result result = verdict.holds() ? Result.MATCHED : Result.NOT_MATCHED;
                List<String> effects = verdict.holds() ? outcome.apply(rule) : List.of();
                outcome.reason(rule, result, verdict.words(), effects);
                if (verdict.holds() && rule.stop()) {
                    stoppedBy = rule.name();
                }
            }
        }
        return outcome.decision();
    }

    private static final class Outcome {
        private final Set<String> tags = new LinkedHashSet<>();
        private final Set<Action.PlaceHold> holds = new LinkedHashSet<>();
        private final List<Reason> why = new ArrayList<>();
        private Optional<String> service = Optional.empty();
        private Optional<String> carton = Optional.empty();

        List<String> apply(Rule rule) {
            List<String> effects = new ArrayList<>();
            for (Action action : rule.then()) {
                String replaced = "";
                switch (action) {
                    case Action.SetService(var code) -> {
                        replaced = service.map(old -> ", instead of " + old).orElse("");
                        service = Optional.of(code);
                    }
                    case Action.ChooseCarton(var code) -> {
                        replaced = carton.map(old -> ", instead of " + old).orElse("");
                        carton = Optional.of(code);
                    }
                    case Action.AddTag(var tag) -> tags.add(tag);
                    case Action.PlaceHold hold -> holds.add(hold);
                }
                effects.add(action.words() + replaced);
            }
            return effects;
        }

        void reason(Rule rule, Result result, String words, List<String> effects) {
            why.add(new Reason(rule.id(), rule.name(), result, words, effects));
        }

        RuleDecision decision() {
            return new RuleDecision(
                    service.orElse(null),
                    carton.orElse(null),
                    List.copyOf(tags),
                    List.copyOf(holds),
                    why);
        }
    }
}
