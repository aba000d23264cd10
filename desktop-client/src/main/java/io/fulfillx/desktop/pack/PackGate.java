package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.station.HoldNotice;

import java.util.List;
import java.util.Optional;

/** Says why nothing may be scanned into a parcel. */
final class PackGate {
    private final PackBench bench;
    private final PackBooking booking;

    PackGate(PackBench bench, PackBooking booking) {
        this.bench = bench;
        this.booking = booking;
    }

    /** Of several parcels none of which may be packed, the one not shipped yet counts. */
    PackStep refusal(List<StoredJob> candidates) {
        return refusal(
                candidates.stream()
                        .filter(stored -> !stored.shipped())
                        .findFirst()
                        .orElse(candidates.getLast()));
    }

    PackStep refusal(StoredJob stored) {
        if (stored.shipped()) {
            return new PackStep.AlreadyPacked(
                    stored.label(), stored.number().map(TrackingNumber::value).orElse(""));
        }
        return switch (stored.job().state()) {
            case HELD -> new PackStep.Held(stored.label(), holdReason(stored));
            case WITHDRAWN -> {
                if (stored.work().stage() != WorkStage.ASIDE) {
                    booking.putBack(stored);
                }
                yield stored.takenBy()
                        .<PackStep>map(by -> new PackStep.TakenOver(stored.label(), by))
                        .orElseGet(() -> new PackStep.Withdrawn(stored.label()));
            }
            case READY, SHIPPED -> aside(stored);
        };
    }

    private PackStep aside(StoredJob stored) {
        if (stored.work().stage() == WorkStage.PICKING) {
            return new PackStep.StillPicking(stored.label(), bench.unpicked(stored));
        }
        String reason = Optional.ofNullable(stored.work().reason()).orElse("");
        return new PackStep.AlreadyAside(stored.label(), reason);
    }

    private static String holdReason(StoredJob stored) {
        return stored.job().holds().stream().map(HoldNotice::reason).findFirst().orElse("");
    }

    /** An item that is not in the open parcel. */
    PackStep foreign(Reading reading) {
        return bench.known(reading)
                ? new PackStep.WrongItem(reading.text())
                : new PackStep.UnknownCode(reading.text());
    }

    /** An item while no parcel is on the bench. */
    PackStep nothingOpen(Reading reading) {
        return bench.known(reading)
                ? new PackStep.NotNow(reading.text())
                : new PackStep.UnknownCode(reading.text());
    }
}
