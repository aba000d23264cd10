package io.fulfillx.model.label;

import io.fulfillx.model.address.Address;
import io.fulfillx.model.quantity.Weight;

/**
 * How a parcel may leave under a number that its station makes by itself, when no label is there.
 *
 * @param carrier with whom the house has that agreement
 * @param service the carrier's code of the service
 * @param name of the service, as it stands on the label
 * @param type the characters by which the number names the service
 * @param limit the heaviest parcel
 * @param from where it comes back to
 * @param postage the line that says how it is paid for
 * @param addressRevision which of the order's addresses the label is for
 */
public record LeasedService(
        String carrier,
        String service,
        String name,
        String type,
        Weight limit,
        Address from,
        String postage,
        int addressRevision) {}
