package io.fulfillx.backend.rules;

import java.util.Optional;
import java.util.stream.Stream;

/** The facts of a line that conditions can name. */
public enum LineField {
    SKU("sku", FactKind.TEXT),
    TITLE("title", FactKind.TEXT),
    QUANTITY("quantity", FactKind.NUMBER),
    WEIGHT_GRAMS("weightGrams", FactKind.NUMBER),
    PRICE_MINOR("priceMinor", FactKind.NUMBER);

    private final String wire;
    private final FactKind kind;

    LineField(String wire, FactKind kind) {
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

    Operand of(LineFacts line) {
        return switch (this) {
            case SKU -> new Operand.Text(line.sku());
            case TITLE -> new Operand.Text(line.title());
            case QUANTITY -> new Operand.Whole(line.quantity());
            case WEIGHT_GRAMS -> new Operand.Whole(line.weightGrams());
            case PRICE_MINOR -> new Operand.Whole(line.priceMinor());
        };
    }

    static Optional<LineField> named(String wire) {
        return Stream.of(values()).filter(each -> each.wire.equals(wire)).findFirst();
    }
}
