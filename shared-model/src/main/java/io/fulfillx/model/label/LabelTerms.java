package io.fulfillx.model.label;

import io.fulfillx.model.quantity.Weight;

/**
 * What a label was bought for, and how far the parcel may be from that.
 *
 * @param carton code of the carton that the carrier was told
 */
public record LabelTerms(String carton, Weight weight, FitTolerance tolerance) {}
