package io.fulfillx.backend.rules;

import java.util.List;

/** What sort of value a field has, and what can be asked of it. */
enum FactKind {
    TEXT,
    NUMBER,
    /** A set of texts, such as tags; {@code in} asks whether any of them is in the list. */
    TEXTS,
    FLAG;

    List<Operator> operators() {
        return switch (this) {
            case TEXT ->
                    List.of(
                            Operator.EQUALS,
                            Operator.NOT_EQUALS,
                            Operator.IN,
                            Operator.CONTAINS,
                            Operator.STARTS_WITH,
                            Operator.ENDS_WITH);
            case NUMBER ->
                    List.of(
                            Operator.EQUALS,
                            Operator.NOT_EQUALS,
                            Operator.GREATER_THAN,
                            Operator.LESS_THAN,
                            Operator.AT_LEAST,
                            Operator.AT_MOST);
            case TEXTS -> List.of(Operator.CONTAINS, Operator.IN);
            case FLAG -> List.of(Operator.EQUALS);
        };
    }
}
