package io.fulfillx.backend.rules;

import java.util.List;

/**
 * One automation rule.
 *
 * @param id stays the same over edits
 * @param stop no later rule is looked at when this one matched
 */
public record Rule(
        String id, String name, boolean enabled, Condition when, List<Action> then, boolean stop) {
    public Rule {
        then = List.copyOf(then);
    }
}
