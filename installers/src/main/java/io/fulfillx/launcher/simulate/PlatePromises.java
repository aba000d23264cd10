package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.launcher.simulate.Books.Lease;
import io.fulfillx.launcher.simulate.Books.Plate;
import io.fulfillx.launcher.simulate.Books.Row;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.StationCommand.ParcelPlated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sees each plate that is stuck on, and what server and stations make of it. */
final class PlatePromises {
    private final World world;
    private final Map<String, List<NumberRange>> lent = new HashMap<>();
    private final Map<Sscc, Set<ParcelId>> stuckOn = new HashMap<>();

    /** Whether a disk was copied, or server and stations know different things of the past. */
    private boolean copies;

    PlatePromises(World world) {
        this.world = world;
    }

    void copied() {
        copies = true;
    }

    void lent(LeaseNumbers asked, NumberRange range) {
        lent.computeIfAbsent(asked.epoch(), _ -> new ArrayList<>()).add(range);
    }

    /** A station has closed a parcel under that number. */
    void burned(SimStation station, ParcelId parcel, Sscc plate) {
        List<NumberRange> ranges = lent.getOrDefault(station.store().epoch(), List.of());
        Violation.unless(
                ranges.stream().anyMatch(range -> holds(range, plate)),
                station + " uses a number that was not lent to this life of its journal");
        Set<ParcelId> parcels = stuckOn.computeIfAbsent(plate, _ -> new HashSet<>());
        parcels.add(parcel);
        Violation.unless(
                copies || parcels.size() == 1, station + " has burned one number two times");
    }

    private static boolean holds(NumberRange range, Sscc plate) {
        long serial =
                Long.parseLong(plate.digits().substring(range.series().issuer().length(), 17));
        return serial >= range.from() && serial < range.to();
    }

    /** What must hold of the books at every moment. */
    void look() {
        Books books = world.server().books();
        stuckOn.forEach(
                (plate, parcels) ->
                        Violation.unless(
                                parcels.size() == 1 || booked(books, plate).size() <= 1,
                                "two parcels are booked under one plate"));
    }

    private static Set<ParcelId> booked(Books books, Sscc plate) {
        Set<ParcelId> parcels = new HashSet<>();
        for (Row row : books.rows.rows()) {
            if (row.isBooked()
                    && row.command().orElse(null) instanceof ParcelPlated plated
                    && plated.sscc().equals(plate)) {
                parcels.add(plated.parcelId());
            }
        }
        return parcels;
    }

    /** What must hold when everything was sent and told. */
    void lookWhenQuiet() {
        Books books = world.server().books();
        List<Lease> leases = List.copyOf(books.leases.rows());
        for (int i = 0; i < leases.size(); i++) {
            for (int j = 0; j < i; j++) {
                Violation.unless(
                        leases.get(i).range().from() >= leases.get(j).range().to()
                                || leases.get(j).range().from() >= leases.get(i).range().to(),
                        "numbers of plates were lent to two");
            }
        }
        for (Plate plate : books.plates.rows()) {
            Parcel parcel = books.parcels.get(plate.parcel());
            Violation.unless(
                    isOver(books, parcel) || isSeenTo(books, parcel),
                    "a parcel is forgotten on the lane");
        }
    }

    private static boolean isOver(Books books, Parcel parcel) {
        OrderStatus order = books.orders.get(parcel.orderId()).status();
        return parcel.status() == ParcelStatus.PACKED
                || parcel.status() == ParcelStatus.CANCELLED
                || order.isGivenUp()
                || parcel.isEmpty();
    }

    /** Whether somebody has to do something with it, or a lead has to decide. */
    private static boolean isSeenTo(Books books, Parcel parcel) {
        return books.tasks.rows().stream()
                        .filter(task -> !task.done())
                        .anyMatch(task -> task.wanted().parcelId().equals(parcel.parcelId()))
                || books.discrepancies.rows().stream()
                        .anyMatch(kept -> kept.parcel().equals(parcel.parcelId()));
    }
}
