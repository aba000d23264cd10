package io.fulfillx.backend.channels;

/** What a channel says about the money of an order. */
public enum PaymentState {
    PAID,
    /** Reserved on the buyer's card; the merchant captures it when the goods leave. */
    AUTHORIZED,
    PENDING,
    PARTIALLY_PAID,
    REFUNDED,
    PARTIALLY_REFUNDED,
    VOIDED,
    /** The channel said nothing, or a word we do not know. */
    UNKNOWN;

    /** True when goods may leave before anybody looks at the payment. */
    public boolean coversShipping() {
        return this == PAID || this == AUTHORIZED || this == PARTIALLY_REFUNDED;
    }
}
