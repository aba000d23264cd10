package io.fulfillx.model.label;

/**
 * How far a parcel may be from what its label was bought for. The larger one of both weights
 * counts.
 *
 * @param percent of the weight that was paid for
 * @param sameCarton whether another carton needs another label
 */
public record FitTolerance(int grams, int percent, boolean sameCarton) {}
