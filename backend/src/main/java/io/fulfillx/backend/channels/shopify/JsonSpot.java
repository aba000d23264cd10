package io.fulfillx.backend.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.quantity.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A JSON value that knows where in the body it stands, read with typed demands. */
record JsonSpot(String pointer, JsonNode node) {

    /** A demand the value does not meet. */
    static final class Unmet extends RuntimeException {
        private final String pointer;

        Unmet(String pointer, String detail) {
            super(detail, null, false, false);
            this.pointer = pointer;
        }

        String pointer() {
            return pointer;
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }

    /** A field; a missing one is a null value at its place. */
    JsonSpot at(String field) {
        return new JsonSpot(pointer + "/" + field, node.path(field));
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    boolean has(String field) {
        return node.has(field);
    }

    Unmet unmet(String expected) {
        return new Unmet(pointer, (isAbsent() ? "is missing, expected " : "expected ") + expected);
    }

    /** The elements of a required list of objects. */
    List<JsonSpot> objects() {
        if (!node.isArray()) {
            throw unmet("a list");
        }
        List<JsonSpot> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            JsonSpot element = new JsonSpot(pointer + "/" + i, node.get(i));
            if (!element.node.isObject()) {
                throw element.unmet("an object");
            }
            elements.add(element);
        }
        return elements;
    }

    /** As {@link #objects()}, empty when absent. */
    List<JsonSpot> objectsIfAny() {
        return isAbsent() ? List.of() : objects();
    }

    /** A required id: digits of any length, exact. */
    String id() {
        boolean digits = node.isTextual() && node.textValue().matches("[0-9]{1,20}");
        if (!digits && !(node.isIntegralNumber() && node.bigIntegerValue().signum() > 0)) {
            throw unmet("a whole number as id");
        }
        return node.asText();
    }

    @Nullable String textIfAny() {
        if (isAbsent()) {
            return null;
        }
        if (!node.isTextual()) {
            throw unmet("a text");
        }
        return node.textValue();
    }

    boolean flag(boolean otherwise) {
        if (isAbsent()) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            throw unmet("true or false");
        }
        return node.booleanValue();
    }

    /** A required whole number from zero to the maximum. */
    int count(int maximum) {
        boolean fits =
                node.isIntegralNumber()
                        && node.canConvertToInt()
                        && node.intValue() >= 0
                        && node.intValue() <= maximum;
        if (!fits) {
            throw unmet("a whole number from 0 to " + maximum);
        }
        return node.intValue();
    }

    Currency currency() {
        String code = textIfAny();
        try {
            if (code != null) {
                return Currency.getInstance(code);
            }
        } catch (IllegalArgumentException _) {
            throw unmet("an ISO 4217 currency code");
        }
        throw unmet("an ISO 4217 currency code");
    }

    /** A required decimal amount, in minor units of that currency; finer parts are rounded. */
    Money money(Currency currency) {
        if (!node.isTextual() && !node.isNumber()) {
            throw unmet("a decimal amount");
        }
        int digits = Math.max(currency.getDefaultFractionDigits(), 0);
        try {
            String text = node.asText();
            if (text.length() > 30) {
                throw unmet("a decimal amount");
            }
            BigDecimal amount = new BigDecimal(text);
            if (Math.abs(amount.scale()) > 30) {
                throw unmet("a decimal amount");
            }
            long minor =
                    amount.movePointRight(digits)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
            return new Money(minor, currency.getCurrencyCode());
        } catch (NumberFormatException _) {
            throw unmet("a decimal amount");
        } catch (ArithmeticException _) {
            throw unmet("an amount that a currency can have");
        }
    }

    @Nullable Instant timeIfAny() {
        String text = textIfAny();
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.strip().replaceFirst(" ", "T")).toInstant();
        } catch (DateTimeException _) {
            throw unmet("an ISO 8601 time with offset");
        }
    }
}
