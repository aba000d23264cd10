package io.fulfillx.model.sync;

import org.jspecify.annotations.Nullable;

/**
 * What those who look after the stations want of one.
 *
 * @param message for the screen; null without one
 * @param draining true when it finishes what it has and gets nothing new
 */
public record StationOrders(@Nullable String message, boolean draining) {
    public static final StationOrders NONE = new StationOrders(null, false);
}
