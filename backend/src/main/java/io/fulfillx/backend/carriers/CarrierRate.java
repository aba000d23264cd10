package io.fulfillx.backend.carriers;

import io.fulfillx.model.quantity.Money;

/**
 * What one service would cost.
 *
 * @param service the carrier's code, used to buy
 * @param transitDays business days from hand-over to delivery
 * @param poBoxAllowed whether the service delivers to post office boxes
 */
public record CarrierRate(
        String service, String name, Money price, int transitDays, boolean poBoxAllowed) {}
