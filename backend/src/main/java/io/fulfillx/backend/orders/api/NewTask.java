package io.fulfillx.backend.orders.api;

import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

/**
 * Work by hand that is to be asked for, once.
 *
 * @param cause what tells it from another of its kind for the parcel; of a count its place
 * @param station where it is to be done; null when anybody may do it
 * @param instruction the next step in plain words
 */
public record NewTask(
        OrderId orderId,
        ParcelId parcelId,
        TaskKind kind,
        String cause,
        @Nullable StationId station,
        String instruction) {}
