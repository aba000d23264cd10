package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.print.LabelPrinter;
import io.fulfillx.desktop.print.PrintSheets;
import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.store.LineProgress;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.PackLine;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads off the store where a parcel stands. Changes nothing. */
final class PackBench {
    private final StationStore store;
    private final LabelPrinter printer;

    PackBench(StationStore store, LabelPrinter printer) {
        this.store = store;
        this.printer = printer;
    }

    /** Left on the bench when the program ended. */
    Optional<StoredJob> leftOnBench() {
        return parcels(stored -> stored.work().stage() == WorkStage.PACKING).stream()
                .filter(StoredJob::open)
                .findFirst();
    }

    List<StoredJob> inTote(String tote) {
        return parcels(stored -> tote.equals(stored.work().tote()));
    }

    List<StoredJob> ofOrder(String orderCode) {
        return parcels(stored -> orderCode.equals(stored.job().orderCode()));
    }

    /** The next parcel that is picked, or never was by this station, and may go on. */
    Optional<StoredJob> firstToPack(List<StoredJob> candidates) {
        return candidates.stream()
                .filter(StoredJob::open)
                .filter(stored -> stored.work().stage() != WorkStage.PICKING)
                .filter(stored -> stored.work().stage() != WorkStage.PLATED)
                .findFirst();
    }

    /** The next that is packed and waits for its label. */
    Optional<StoredJob> firstOnLane(List<StoredJob> candidates) {
        return candidates.stream()
                .filter(StoredJob::open)
                .filter(stored -> stored.work().stage() == WorkStage.PLATED)
                .findFirst();
    }

    /** Parcels with this plate: one, or none. */
    List<StoredJob> withPlate(Reading reading) {
        return parcels(
                stored -> {
                    Sscc plate = stored.work().plate();
                    return plate != null && reading.text().endsWith(plate.digits());
                });
    }

    static PackStep opened(StoredJob stored) {
        int units = stored.job().lines().stream().mapToInt(line -> line.quantity().units()).sum();
        return new PackStep.Opened(stored.label(), units);
    }

    int parcelsLeft(StoredJob packed) {
        return (int)
                parcels(stored -> stored.job().orderId().equals(packed.job().orderId())).stream()
                        .filter(StoredJob::open)
                        .count();
    }

    private List<StoredJob> parcels(Predicate<StoredJob> wanted) {
        return store.jobs().stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(stored -> stored.job().parcelNumber()))
                .toList();
    }

    PackPhase phase(StoredJob stored) {
        ParcelWork work = stored.work();
        if (!verified(stored)) {
            return PackPhase.SCAN_ITEMS;
        }
        if (work.carton() == null) {
            return PackPhase.CARTON;
        }
        if (work.weight() == null) {
            return PackPhase.WEIGHT;
        }
        if (printer.waitsFor(work.parcelId())) {
            return PackPhase.PRINTING;
        }
        return lastPrint(stored).map(PackBench::phase).orElse(PackPhase.PRINT);
    }

    private static PackPhase phase(PrintRow print) {
        return switch (print.outcome()) {
            case OPEN, UNKNOWN -> PackPhase.ASK_PRINTED;
            case PRINTED -> print.ahead() ? PackPhase.SCAN_LABEL : PackPhase.PRINT;
            case NOT_PRINTED -> PackPhase.PRINT;
        };
    }

    /** Of the sheet that the parcel needs now. */
    Optional<PrintRow> lastPrint(StoredJob stored) {
        return stored.number().flatMap(number -> lastPrint(stored, number));
    }

    Optional<PrintRow> lastPrint(StoredJob stored, TrackingNumber number) {
        List<PrintRow> prints = prints(stored, number);
        return prints.isEmpty() ? Optional.empty() : Optional.of(prints.getLast());
    }

    int nextCopy(StoredJob stored, TrackingNumber number) {
        return PrintSheets.nextCopy(prints(stored, number));
    }

    private List<PrintRow> prints(StoredJob stored, TrackingNumber number) {
        return store.prints(stored.job().parcelId()).stream()
                .filter(print -> print.trackingNumber().equals(number))
                .toList();
    }

    boolean verified(StoredJob stored) {
        return stored.job().lines().stream().allMatch(line -> left(stored, line) <= 0);
    }

    int left(StoredJob stored, PackLine line) {
        LineProgress progress = stored.work().line(line.lineId());
        return line.quantity().units() - progress.verified();
    }

    /** Units that should be in the tote and are not picked yet. */
    int unpicked(StoredJob stored) {
        return stored.job().lines().stream()
                .mapToInt(
                        line ->
                                line.quantity().units()
                                        - stored.work().line(line.lineId()).picked())
                .sum();
    }

    List<PackLine> linesFor(StoredJob stored, Reading reading) {
        return stored.job().lines().stream().filter(reading::isA).toList();
    }

    /** Whether any job at this station asks for such an item. */
    boolean known(Reading reading) {
        return store.jobs().stream()
                .flatMap(stored -> stored.job().lines().stream())
                .anyMatch(reading::isA);
    }

    Optional<CartonChoice> carton(String code) {
        return store.roster().cartons().stream()
                .filter(carton -> plain(carton.code()).equals(plain(code)))
                .findFirst();
    }

    CartonChoice cartonOf(StoredJob stored) {
        String chosen = stored.work().carton();
        return chosen == null
                ? stored.job().carton()
                : carton(chosen).orElse(stored.job().carton());
    }

    /** Of the items and the carton in use; the server reckoned with the suggested carton. */
    Weight expectedWeight(StoredJob stored) {
        int grams =
                stored.job().expectedWeight().grams()
                        - stored.job().carton().tare().grams()
                        + cartonOf(stored).tare().grams();
        return new Weight(Math.max(1, grams));
    }

    private static String plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
