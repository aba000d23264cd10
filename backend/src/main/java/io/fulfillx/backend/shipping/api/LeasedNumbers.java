package io.fulfillx.backend.shipping.api;

import io.fulfillx.model.label.NumberSeries;

import java.util.List;

/**
 * The agreement with a carrier that lets stations make its numbers by themselves.
 *
 * @param issuer the mailer id or the shipper number
 * @param services those that may be used so, the preferred one first
 * @param firstSerial the first that the house may use
 * @param lastSerial the last one
 * @param postage the line on the label that says how it is paid for
 */
public record LeasedNumbers(
        NumberSeries.Kind kind,
        String issuer,
        List<Service> services,
        long firstSerial,
        long lastSerial,
        String postage) {
    public LeasedNumbers {
        services = services == null ? List.of() : List.copyOf(services);
    }

    /**
     * One service.
     *
     * @param service the carrier's code of it
     * @param name as it stands on the label
     * @param type the characters by which a number names it
     * @param transitDays business days from hand-over to delivery
     * @param limitGrams the heaviest parcel
     * @param poBox whether it delivers to post office boxes
     */
    public record Service(
            String service,
            String name,
            String type,
            int transitDays,
            int limitGrams,
            boolean poBox) {}

    public NumberSeries series() {
        return new NumberSeries(kind, issuer);
    }
}
