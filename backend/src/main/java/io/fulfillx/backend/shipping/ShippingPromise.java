package io.fulfillx.backend.shipping;

import org.jspecify.annotations.Nullable;

/**
 * What the buyer was promised and what the address allows.
 *
 * @param maxTransitDays business days; null for no promise
 * @param service the one service a rule or the buyer's choice demands; null for any
 * @param poBox whether the address is a post office box
 */
public record ShippingPromise(
        @Nullable Integer maxTransitDays, @Nullable String service, boolean poBox) {}
