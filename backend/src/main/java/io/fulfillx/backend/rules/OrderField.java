package io.fulfillx.backend.rules;

import java.util.Optional;
import java.util.stream.Stream;

/** The facts of an order that conditions can name. */
public enum OrderField {
    CHANNEL("channel", FactKind.TEXT),
    COUNTRY("country", FactKind.TEXT),
    STATE("state", FactKind.TEXT),
    POSTAL_CODE("postalCode", FactKind.TEXT),
    CITY("city", FactKind.TEXT),
    TOTAL_MINOR("totalMinor", FactKind.NUMBER),
    CURRENCY("currency", FactKind.TEXT),
    TAGS("tags", FactKind.TEXTS),
    TOTAL_QUANTITY("totalQuantity", FactKind.NUMBER),
    TOTAL_WEIGHT_GRAMS("totalWeightGrams", FactKind.NUMBER),
    LINE_COUNT("lineCount", FactKind.NUMBER),
    REQUESTED_SERVICE("requestedService", FactKind.TEXT),
    PO_BOX("poBox", FactKind.FLAG),
    EMAIL_DOMAIN("emailDomain", FactKind.TEXT);

    private final String wire;
    private final FactKind kind;

    OrderField(String wire, FactKind kind) {
        this.wire = wire;
        this.kind = kind;
    }

    /** Its name in JSON. */
    public String wire() {
        return wire;
    }

    FactKind kind() {
        return kind;
    }

    Operand of(OrderFacts facts) {
        return switch (this) {
            case CHANNEL -> new Operand.Text(facts.channel());
            case COUNTRY -> new Operand.Text(facts.country());
            case STATE -> new Operand.Text(facts.state());
            case POSTAL_CODE -> new Operand.Text(facts.postalCode());
            case CITY -> new Operand.Text(facts.city());
            case TOTAL_MINOR -> new Operand.Whole(facts.totalMinor());
            case CURRENCY -> new Operand.Text(facts.currency());
            case TAGS -> new Operand.Texts(facts.tags());
            case TOTAL_QUANTITY -> new Operand.Whole(facts.totalQuantity());
            case TOTAL_WEIGHT_GRAMS -> new Operand.Whole(facts.totalWeightGrams());
            case LINE_COUNT -> new Operand.Whole(facts.lines().size());
            case REQUESTED_SERVICE -> new Operand.Text(facts.requestedService());
            case PO_BOX -> new Operand.Flag(facts.poBox());
            case EMAIL_DOMAIN -> new Operand.Text(facts.emailDomain());
        };
    }

    static Optional<OrderField> named(String wire) {
        return Stream.of(values()).filter(each -> each.wire.equals(wire)).findFirst();
    }
}
