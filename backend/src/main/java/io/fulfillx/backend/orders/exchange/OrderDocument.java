package io.fulfillx.backend.orders.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.model.address.Address;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An order as a file holds it: one JSON object a line, or the rows of a CSV file that stand
 * together. Money is in minor units, weight in grams.
 *
 * @param orderId ours, for whoever goes on after it; not read
 * @param channelOrderId what makes it the same order when it comes again
 * @param payment the channel's word for the state of the money
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderDocument(
        @Nullable String orderId,
        @Nullable String channelOrderId,
        @Nullable String name,
        @Nullable Instant placedAt,
        @Nullable String currency,
        @Nullable Long totalMinor,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Address shipTo,
        @Nullable String payment,
        @Nullable Boolean cancelled,
        @Nullable String requestedService,
        @Nullable String note,
        @Nullable List<String> tags,
        @Nullable List<LineDocument> lines) {

    /**
     * A line.
     *
     * @param toShip the quantity when absent
     * @param requiresShipping true when absent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineDocument(
            @Nullable String lineId,
            @Nullable String sku,
            @Nullable String title,
            @Nullable Integer quantity,
            @Nullable Integer toShip,
            @Nullable Boolean requiresShipping,
            @Nullable Integer unitWeightGrams,
            @Nullable Long unitPriceMinor) {}
}
