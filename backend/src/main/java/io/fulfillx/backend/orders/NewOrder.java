package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.PaymentState;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.model.quantity.Quantity;

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
        @Field(
                        needed = true,
                        min = 1,
                        max = 100,
                        about = "The seller's, unique among all orders that came this way.")
                @Nullable String orderNumber,
        @Field(about = "Now when absent.") @Nullable Instant placedAt,
        @Field(needed = true, min = 3, max = 3, about = "As in ISO 4217.")
                @Nullable String currency,
        @Field(
                        min = 0,
                        max = 1_000_000_000_000L,
                        about = "In minor units; the sum of the lines when absent.")
                @Nullable Long totalMinor,
        @Field(max = 255) @Nullable String email,
        @Field(max = 255) @Nullable String phone,
        @Field(about = "UNKNOWN when absent, which holds the order.")
                @Nullable PaymentState paymentState,
        @Field(max = 255, about = "Tells the card or account from others.")
                @Nullable String paymentMethod,
        @Field(max = 255, about = "The delivery the buyer chose, in the seller's words.")
                @Nullable String requestedService,
        @Field(max = 5_000) @Nullable String note,
        @Field(max = 50) @Nullable List<@Nullable String> tags,
        @Nullable NewOrderAddress shipTo,
        @Field(needed = true, min = 1, max = 500) @Nullable List<@Nullable NewOrderLine> lines) {

    /** Where it goes. What is missing holds the order; nothing is guessed. */
    record NewOrderAddress(
            @Field(max = 255) @Nullable String name,
            @Field(max = 255) @Nullable String company,
            @Field(max = 255) @Nullable String line1,
            @Field(max = 255) @Nullable String line2,
            @Field(max = 255) @Nullable String city,
            @Field(max = 255) @Nullable String stateCode,
            @Field(max = 255) @Nullable String postalCode,
            @Field(max = 255, about = "As in ISO 3166, such as US.") @Nullable String countryCode,
            @Field(max = 255) @Nullable String phone) {}

    /**
     * One line.
     *
     * @param lineId the seller's; the line's place when absent
     * @param unitPriceMinor of one unit, in minor units of the order's currency
     * @param requiresShipping true when absent
     */
    record NewOrderLine(
            @Field(max = 100, about = "The seller's; the line's place when absent.")
                    @Nullable String lineId,
            @Field(needed = true, min = 1, max = 128) @Nullable String sku,
            @Field(max = 255) @Nullable String title,
            @Field(needed = true, min = 1, max = Quantity.MAX_UNITS) @Nullable Integer quantity,
            @Field(
                            min = 0,
                            max = 1_000_000_000_000L,
                            about = "Of one unit, in minor units of the order's currency.")
                    @Nullable Long unitPriceMinor,
            @Field(min = 0, max = 1_000_000) @Nullable Integer unitWeightGrams,
            @Field(about = "True when absent.") @Nullable Boolean requiresShipping) {}
}
