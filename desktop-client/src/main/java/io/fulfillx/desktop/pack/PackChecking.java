package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.station.PackLine;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** The check of the items: how many the next scan counts for, and what can be undone. */
final class PackChecking {
    private record LastVerified(PackLine line, int units) {}

    private final StationStore store;
    private final PackBench bench;
    private final PackBooking booking;
    private final PackGate gate;
    private @Nullable LastVerified lastVerified;
    private int multiplier = 1;
    private boolean damagedNext;

    PackChecking(StationStore store, PackBench bench, PackBooking booking, PackGate gate) {
        this.store = store;
        this.bench = bench;
        this.booking = booking;
        this.gate = gate;
    }

    int multiplier() {
        return multiplier;
    }

    PackStep times(int units) {
        multiplier = units;
        return new PackStep.Multiplier(units);
    }

    boolean damagedNext() {
        return damagedNext;
    }

    PackStep armDamaged() {
        damagedNext = true;
        return new PackStep.ScanDamaged();
    }

    /** The items are behind us: nothing of them can be undone by one scan any more. */
    void done() {
        lastVerified = null;
        damagedNext = false;
    }

    void nextParcel() {
        done();
        multiplier = 1;
    }

    /** Takes back what is armed or was checked last; empty when there is nothing of that. */
    Optional<PackStep> undo(StoredJob stored) {
        if (damagedNext || multiplier > 1) {
            damagedNext = false;
            return Optional.of(times(1));
        }
        LastVerified undo = lastVerified;
        if (undo == null) {
            return Optional.empty();
        }
        lastVerified = null;
        booking.verify(stored, undo.line(), -undo.units());
        return Optional.of(new PackStep.Undone(undo.line().title(), undo.units()));
    }

    PackStep item(StoredJob stored, Reading reading) {
        int scans = multiplier;
        multiplier = 1;
        List<PackLine> lines = bench.linesFor(stored, reading);
        if (lines.isEmpty()) {
            return gate.foreign(reading);
        }
        int units = reading.units(lines.getFirst(), scans);
        if (damagedNext) {
            booking.damaged(stored, lines.getFirst().lineId(), units);
            return new PackStep.SetAside(stored.label(), "damaged");
        }
        List<PackLine> ofLot = lines.stream().filter(reading::isOfLot).toList();
        return ofLot.isEmpty() ? wrongLot(lines.getFirst(), reading) : verify(stored, ofLot, units);
    }

    private static PackStep wrongLot(PackLine line, Reading reading) {
        String wanted = Optional.ofNullable(line.lot()).orElse("");
        return new PackStep.WrongLot(line.title(), reading.lot().orElse(""), wanted);
    }

    private PackStep verify(StoredJob stored, List<PackLine> lines, int units) {
        Optional<PackLine> fits =
                lines.stream().filter(line -> bench.left(stored, line) >= units).findFirst();
        if (fits.isEmpty()) {
            PackLine line = lines.getFirst();
            return new PackStep.TooMany(line.title(), line.quantity().units());
        }
        PackLine line = fits.get();
        int verified = booking.verify(stored, line, units).verified();
        lastVerified = new LastVerified(line, units);
        return bench.verified(store.job(stored.job().parcelId()).orElseThrow())
                ? new PackStep.AllVerified(line.title(), stored.job().carton().name())
                : new PackStep.Verified(line.title(), verified, line.quantity().units());
    }
}
