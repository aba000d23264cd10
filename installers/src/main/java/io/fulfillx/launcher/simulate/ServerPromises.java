package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.launcher.simulate.Books.Shelf;
import io.fulfillx.launcher.simulate.Books.Stock;
import io.fulfillx.model.label.TrackingNumber;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What must be true of the server's books at every moment. */
final class ServerPromises {
    private ServerPromises() {}

    static void check(Books books, SimCarrier carrier, Map<Shelf, Integer> atStart) {
        stock(books, atStart);
        promised(books);
        parcels(books, carrier);
        books.effects
                .rows()
                .forEach(times -> Violation.unless(times == 1, "an act was booked twice"));
    }

    private static void stock(Books books, Map<Shelf, Integer> atStart) {
        books.stock
                .all()
                .forEach(
                        (shelf, stock) -> {
                            Violation.unless(
                                    stock.reserved() >= 0 && stock.reserved() <= stock.onHand(),
                                    "of "
                                            + stock.onHand()
                                            + " units on hand "
                                            + stock.reserved()
                                            + " are reserved");
                            Violation.unless(
                                    stock.onHand() + books.left.get(shelf)
                                            == atStart.getOrDefault(shelf, 0),
                                    "units came from nowhere or went there");
                        });
    }

    /** What is reserved is what parcels will still take. */
    private static void promised(Books books) {
        Map<Shelf, Integer> wanted = new HashMap<>();
        for (Parcel parcel : books.parcels.rows()) {
            boolean live =
                    parcel.status() != ParcelStatus.PACKED
                            && parcel.status() != ParcelStatus.CANCELLED
                            && books.orders.get(parcel.orderId()).status() != OrderStatus.CANCELLED;
            for (ParcelLine line : live ? parcel.lines() : java.util.List.<ParcelLine>of()) {
                wanted.merge(MemoryStock.shelf(line.stock()), line.toShip().units(), Integer::sum);
            }
        }
        for (Map.Entry<Shelf, Stock> each : books.stock.all().entrySet()) {
            int units = wanted.getOrDefault(each.getKey(), 0);
            Violation.unless(
                    each.getValue().reserved() == units,
                    each.getValue().reserved() + " units are reserved, parcels want " + units);
        }
    }

    private static void parcels(Books books, SimCarrier carrier) {
        Set<TrackingNumber> numbers = new HashSet<>();
        for (Parcel parcel : books.parcels.rows()) {
            boolean packed = parcel.status() == ParcelStatus.PACKED;
            boolean left = books.shipments.has(parcel.parcelId());
            Violation.unless(packed == left, "a parcel is packed without having left, or left");
            Violation.unless(
                    carrier.live(parcel.parcelId()) <= 1, "two labels are paid for one parcel");
            OrderStatus status = books.orders.get(parcel.orderId()).status();
            Violation.unless(
                    !packed || status != OrderStatus.CANCELLED, "a cancelled order has left");
            books.shipments
                    .find(parcel.parcelId())
                    .ifPresent(
                            number ->
                                    Violation.unless(
                                            numbers.add(number),
                                            "two parcels left under one tracking number"));
        }
    }
}
