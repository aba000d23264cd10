package io.fulfillx.backend.rules;

import java.util.List;

/** When a rule applies. */
public sealed interface Condition {

    /** Holds when every part holds; always when there is none. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when at least one part holds; never when there is none. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when no part holds. */
    record None(List<Condition> parts) implements Condition {
        public None {
            parts = List.copyOf(parts);
        }
    }

    /** A fact of the order against a value. */
    record Compare(OrderField field, Operator operator, Operand value) implements Condition {}

    /** A fact of one line against a value; part of the line conditions below. */
    record LineCompare(LineField field, Operator operator, Operand value) {}

    /** Holds when one line passes all tests. */
    record AnyLine(List<LineCompare> tests) implements Condition {
        public AnyLine {
            tests = List.copyOf(tests);
        }
    }

    /** Holds when every line passes all tests, and there is a line. */
    record EveryLine(List<LineCompare> tests) implements Condition {
        public EveryLine {
            tests = List.copyOf(tests);
        }
    }

    /**
     * Compares the sum of a numeric field over the lines that pass all tests. Weight and price are
     * those of the whole line, so they count once for each unit.
     */
    record SumOfLines(LineField of, List<LineCompare> tests, Operator operator, Operand value)
            implements Condition {
        public SumOfLines {
            tests = List.copyOf(tests);
        }
    }
}
