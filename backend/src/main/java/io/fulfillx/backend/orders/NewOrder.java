package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.PaymentState;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An order as a seller's own system sends it.
 *
 * @param orderNumber the seller's, unique among all orders that came this way
 * @param placedAt now when absent
 * @param currency ISO 4217
 * @param totalMinor what the buyer pays; the sum of the lines when absent
 * @param paymentState UNKNOWN when absent, which holds the order
 * @param paymentMethod tells the card or account from others, such as a payment provider's
 *     fingerprint; kept only as a keyed hash
 * @param requestedService the delivery the buyer chose, in the seller's words
 */
record NewOrder(
        @Nullable String orderNumber,
        @Nullable Instant placedAt,
        @Nullable String currency,
        @Nullable Long totalMinor,
        @Nullable String email,
        @Nullable String phone,
        @Nullable PaymentState paymentState,
        @Nullable String paymentMethod,
        @Nullable String requestedService,
        @Nullable String note,
        @Nullable List<@Nullable String> tags,
        @Nullable NewOrderAddress shipTo,
        @Nullable List<@Nullable NewOrderLine> lines) {

    /** Where it goes. What is missing holds the order; nothing is guessed. */
    record NewOrderAddress(
            @Nullable String name,
            @Nullable String company,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String stateCode,
            @Nullable String postalCode,
            @Nullable String countryCode,
            @Nullable String phone) {}

    /**
     * One line.
     *
     * @param lineId the seller's; the line's place when absent
     * @param unitPriceMinor of one unit, in minor units of the order's currency
     * @param requiresShipping true when absent
     */
    record NewOrderLine(
            @Nullable String lineId,
            @Nullable String sku,
            @Nullable String title,
            @Nullable Integer quantity,
            @Nullable Long unitPriceMinor,
            @Nullable Integer unitWeightGrams,
            @Nullable Boolean requiresShipping) {}
}
