package io.fulfillx.backend.carriers;

import io.fulfillx.model.address.Address;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

/**
 * One parcel a carrier shall take.
 *
 * @param reference our own deterministic name of the purchase; the carrier finds the label by it
 * @param dimensions outer size of the carton
 */
public record ShipmentSpec(
        Address from, Address to, Weight weight, Dimensions dimensions, String reference) {}
