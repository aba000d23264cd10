package io.fulfillx.model.station;

import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.quantity.Weight;

/**
 * The plate of a parcel that is packed and waits for its carrier's label.
 *
 * @param carton code of the carton it is in
 */
public record LanePlate(Sscc sscc, String carton, Weight weight) {}
