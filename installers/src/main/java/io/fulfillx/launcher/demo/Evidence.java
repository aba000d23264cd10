package io.fulfillx.launcher.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was seen of one house after a shift: by the server, by the shop, and by the printer.
 *
 * @param expectedOrders ids of the distinct orders that were sent
 * @param parcels every parcel that was not cancelled
 * @param shopNumbers tracking numbers the shop received, with repetitions
 * @param shopDuplicates fulfillments the shop counted twice
 * @param printed what came out of the printer
 */
record Evidence(
        House house,
        List<String> expectedOrders,
        List<OrderOutcome> orders,
        List<ShippedParcel> parcels,
        List<String> shopNumbers,
        int shopDuplicates,
        List<PrintedLabel> printed,
        Stock stock) {
    Evidence {
        expectedOrders = List.copyOf(expectedOrders);
        orders = List.copyOf(orders);
        parcels = List.copyOf(parcels);
        shopNumbers = List.copyOf(shopNumbers);
        printed = List.copyOf(printed);
    }

    /** The server's own audit of its ledger. */
    record Stock(long driftUnits, long oversoldUnits) {}

    /**
     * A parcel with its label.
     *
     * @param trackingNumber empty when it has none
     */
    record ShippedParcel(
            String parcelId,
            String orderId,
            String orderName,
            String trackingNumber,
            String state,
            boolean trackingSent,
            String obstacle) {
        /** Whether it left the bench. */
        boolean packed() {
            return state.equals("PACKED");
        }
    }

    /** Labels of this house's printer that carry a tracking number, by that number. */
    Map<String, List<PrintedLabel>> labelsByNumber() {
        Map<String, List<PrintedLabel>> byNumber = new TreeMap<>();
        for (ShippedParcel parcel : parcels) {
            if (parcel.packed()) {
                byNumber.put(
                        parcel.trackingNumber(),
                        printed.stream()
                                .filter(label -> label.carries(parcel.trackingNumber()))
                                .toList());
            }
        }
        return byNumber;
    }
}
