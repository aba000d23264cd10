package io.fulfillx.backend.rules;

import io.fulfillx.backend.rules.Condition.LineCompare;

import java.util.List;
import java.util.Optional;

/** Decides one condition for one order and says what decided it. */
final class ConditionCheck {
    private final OrderFacts facts;

    ConditionCheck(OrderFacts facts) {
        this.facts = facts;
    }

    /**
     * @param words the first part that failed, or what held
     */
    record Verdict(boolean holds, String words) {}

    Verdict check(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> all(parts);
            case Condition.Any(var parts) -> any(parts);
            case Condition.None(var parts) -> none(parts);
            case Condition.Compare(var field, var operator, var value) -> {
                Operand fact = field.of(facts);
                yield verdict(field.wire(), fact, operator, value);
            }
            case Condition.AnyLine(var tests) -> anyLine(tests);
            case Condition.EveryLine(var tests) -> everyLine(tests);
            case Condition.SumOfLines sum -> sumOfLines(sum);
        };
    }

    private static Verdict verdict(String name, Operand fact, Operator operator, Operand value) {
        boolean holds = operator.holds(fact, value);
        String words = name + " is " + fact.words();
        String asked = operator.wire() + " " + value.words();
        return new Verdict(holds, words + (holds ? ", which " : ", not ") + asked);
    }

    private Verdict all(List<Condition> parts) {
        for (Condition part : parts) {
            Verdict verdict = check(part);
            if (!verdict.holds) {
                return verdict;
            }
        }
        return new Verdict(true, parts.isEmpty() ? "always" : check(parts.getFirst()).words);
    }

    private Verdict any(List<Condition> parts) {
        StringBuilder failures = new StringBuilder();
        for (Condition part : parts) {
            Verdict verdict = check(part);
            if (verdict.holds) {
                return verdict;
            }
            failures.append(failures.isEmpty() ? "" : "; ").append(verdict.words);
        }
        return new Verdict(false, parts.isEmpty() ? "nothing to match" : failures.toString());
    }

    private Verdict none(List<Condition> parts) {
        for (Condition part : parts) {
            Verdict verdict = check(part);
            if (verdict.holds) {
                return new Verdict(false, verdict.words + ", which is excluded");
            }
        }
        return new Verdict(true, "nothing excluded applies");
    }

    private Verdict anyLine(List<LineCompare> tests) {
        for (LineFacts line : facts.lines()) {
            if (failure(line, tests).isEmpty()) {
                return new Verdict(true, "line " + name(line) + " matches");
            }
        }
        return facts.lines().stream()
                .findFirst()
                .flatMap(line -> failure(line, tests))
                .map(first -> new Verdict(false, "no line matches; the first: " + first))
                .orElse(new Verdict(false, "the order has no lines"));
    }

    private Verdict everyLine(List<LineCompare> tests) {
        for (LineFacts line : facts.lines()) {
            Optional<String> failure = failure(line, tests);
            if (failure.isPresent()) {
                return new Verdict(false, failure.get());
            }
        }
        return facts.lines().isEmpty()
                ? new Verdict(false, "the order has no lines")
                : new Verdict(true, "every line matches");
    }

    private Verdict sumOfLines(Condition.SumOfLines sum) {
        long total =
                facts.lines().stream()
                        .filter(line -> failure(line, sum.tests()).isEmpty())
                        .mapToLong(line -> weighed(sum.of(), line))
                        .sum();
        String name = "the sum of " + sum.of().wire();
        return verdict(name, new Operand.Whole(total), sum.operator(), sum.value());
    }

    private static long weighed(LineField field, LineFacts line) {
        return switch (field) {
            case QUANTITY -> line.quantity();
            case WEIGHT_GRAMS -> line.weightGrams() * line.quantity();
            case PRICE_MINOR -> line.priceMinor() * line.quantity();
            case SKU, TITLE -> throw new IllegalArgumentException(field.wire() + " has no sum");
        };
    }

    /** The first test a line fails, in words. */
    private static Optional<String> failure(LineFacts line, List<LineCompare> tests) {
        for (LineCompare test : tests) {
            Operand fact = test.field().of(line);
            Verdict verdict = verdict(test.field().wire(), fact, test.operator(), test.value());
            if (!verdict.holds) {
                return Optional.of("line " + name(line) + ": " + verdict.words);
            }
        }
        return Optional.empty();
    }

    private static String name(LineFacts line) {
        return line.sku().isEmpty() ? "\"" + line.title() + "\"" : line.sku();
    }
}
