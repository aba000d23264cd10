package io.fulfillx.backend.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a fact is compared with a value. Texts are compared without regard to case. */
public enum Operator {
    EQUALS("equals"),
    NOT_EQUALS("notEquals"),
    IN("in"),
    CONTAINS("contains"),
    STARTS_WITH("startsWith"),
    ENDS_WITH("endsWith"),
    GREATER_THAN("greaterThan"),
    LESS_THAN("lessThan"),
    AT_LEAST("atLeast"),
    AT_MOST("atMost");

    private final String wire;

    Operator(String wire) {
        this.wire = wire;
    }

    /** Its name in JSON. */
    public String wire() {
        return wire;
    }

    static Optional<Operator> named(String wire) {
        return Stream.of(values()).filter(each -> each.wire.equals(wire)).findFirst();
    }

    /**
     * @throws IllegalArgumentException when the two cannot be compared this way, which the codec
     *     has ruled out for rules it read
     */
    boolean holds(Operand fact, Operand value) {
        return switch (fact) {
            case Operand.Text(var text) -> holdsForText(folded(text), value);
            case Operand.Whole(var number) -> holdsForNumber(number, value);
            case Operand.Flag(var flag) -> value.equals(new Operand.Flag(flag));
            case Operand.Texts(var texts) ->
                    texts.stream().anyMatch(text -> holdsForMember(folded(text), value));
        };
    }

    private boolean holdsForText(String fact, Operand value) {
        return switch (value) {
            case Operand.Text(var raw) -> {
                String text = folded(raw);
                yield switch (this) {
                    case EQUALS -> fact.equals(text);
                    case NOT_EQUALS -> !fact.equals(text);
                    case CONTAINS -> fact.contains(text);
                    case STARTS_WITH -> fact.startsWith(text);
                    case ENDS_WITH -> fact.endsWith(text);
                    case IN, GREATER_THAN, LESS_THAN, AT_LEAST, AT_MOST -> throw mismatch();
                };
            }
            case Operand.Texts(var texts) when this == IN -> isIn(fact, texts);
            case Operand.Texts _, Operand.Whole _, Operand.Flag _ -> throw mismatch();
        };
    }

    /** A tag is contained when it is the same tag, not when its letters occur in another. */
    private boolean holdsForMember(String fact, Operand value) {
        return switch (value) {
            case Operand.Text(var text) when this == CONTAINS -> fact.equals(folded(text));
            case Operand.Texts(var texts) when this == IN -> isIn(fact, texts);
            case Operand.Text _, Operand.Texts _, Operand.Whole _, Operand.Flag _ ->
                    throw mismatch();
        };
    }

    private boolean holdsForNumber(long fact, Operand value) {
        if (!(value instanceof Operand.Whole(var number))) {
            throw mismatch();
        }
        return switch (this) {
            case EQUALS -> fact == number;
            case NOT_EQUALS -> fact != number;
            case GREATER_THAN -> fact > number;
            case LESS_THAN -> fact < number;
            case AT_LEAST -> fact >= number;
            case AT_MOST -> fact <= number;
            case IN, CONTAINS, STARTS_WITH, ENDS_WITH -> throw mismatch();
        };
    }

    private static boolean isIn(String fact, List<String> texts) {
        return texts.stream().anyMatch(text -> folded(text).equals(fact));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private IllegalArgumentException mismatch() {
        return new IllegalArgumentException(wire + " does not fit these values");
    }
}
