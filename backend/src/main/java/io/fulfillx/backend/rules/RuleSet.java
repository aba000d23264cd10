package io.fulfillx.backend.rules;

import java.util.List;

/** The rules of one organization, in the order they are looked at. */
public record RuleSet(List<Rule> rules) {
    public static final RuleSet EMPTY = new RuleSet(List.of());

    public RuleSet {
        rules = List.copyOf(rules);
    }
}
