package io.fulfillx.model.quantity;

import java.util.Currency;

/** An amount in minor units (cents for USD and EUR, yen for JPY) of an ISO 4217 currency. */
public record Money(long minor, String currency) {
    public Money {
        Currency.getInstance(currency);
    }

    /**
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }
}
