package io.fulfillx.model.item;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A merchant's own name for an item: 1 to 128 characters, no control characters, not blank. */
public record Sku(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sku {
        if (value.isBlank() || value.length() > 128) {
            throw new IllegalArgumentException("a SKU has 1 to 128 characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a SKU has no control characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
