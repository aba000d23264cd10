package io.fulfillx.launcher.simulate;

import io.fulfillx.launcher.simulate.Books.Life;
import io.fulfillx.launcher.simulate.Books.Place;
import io.fulfillx.launcher.simulate.Books.Row;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.OnParcel;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelPlated;

import java.util.HashMap;
import java.util.Map;

/** What must be true of acts that were booked together. */
final class BatchPromises {
    private BatchPromises() {}

    /** What was said of an act is what became of it. */
    static void check(Books books, Row row) {
        StationCommand command = row.command().orElse(null);
        if (row.isBooked() && command instanceof ParcelPacked pack) {
            Violation.unless(
                    books.shipments
                            .find(pack.parcelId())
                            .filter(pack.trackingNumber()::equals)
                            .isPresent(),
                    "a parcel is said to be packed and has not left");
        } else if (row.isBooked() && command instanceof ParcelPlated plated) {
            Violation.unless(
                    books.plates.has(plated.sscc()),
                    "a parcel is said to be plated and is not on the lane");
        }
        if (command instanceof OnParcel act && row.stored().code().equals("not-booked")) {
            Violation.unless(
                    books.trouble.everLayOn(act.parcelId()),
                    "an act is kept because another one could not be booked");
        }
    }

    /** Acts of one journal on one parcel are booked in their order. */
    static void checkOrder(Books books) {
        record Of(Life life, ParcelId parcel) {}
        Map<Of, Long> kept = new HashMap<>();
        Map<Of, Long> packed = new HashMap<>();
        for (Map.Entry<Place, Row> each : books.rows.all().entrySet()) {
            Row row = each.getValue();
            check(books, row);
            if (row.command().orElse(null) instanceof OnParcel act) {
                Of of = new Of(each.getKey().life(), act.parcelId());
                if (row.isBooked() && act instanceof ParcelPacked) {
                    packed.put(of, each.getKey().n());
                } else if (row.stored().code().equals("already-packed")) {
                    kept.merge(of, each.getKey().n(), Math::min);
                }
            }
        }
        packed.forEach(
                (of, n) ->
                        Violation.unless(
                                kept.getOrDefault(of, Long.MAX_VALUE) > n,
                                "an act came before its parcel left, and was booked behind it"));
    }
}
