package io.fulfillx.backend.rules;

/** What came out of reading rules from JSON. */
public sealed interface RuleReading {
    record Valid(RuleSet rules) implements RuleReading {}

    /**
     * @param pointer JSON pointer of the first thing that is wrong
     * @param detail what is allowed there
     */
    record Invalid(String pointer, String detail) implements RuleReading {}
}
