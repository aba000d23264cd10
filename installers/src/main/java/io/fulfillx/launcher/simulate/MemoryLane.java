package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Lane;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.shipping.api.LabelRule;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.backend.shipping.api.ParcelLabel.BoughtFor;
import io.fulfillx.backend.sync.api.Paper;
import io.fulfillx.launcher.simulate.Books.Label;
import io.fulfillx.launcher.simulate.Books.Plate;
import io.fulfillx.launcher.simulate.Books.Task;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.FitTolerance;
import io.fulfillx.model.label.LabelFitPolicy;
import io.fulfillx.model.label.LabelFitPolicy.Fit;
import io.fulfillx.model.label.LabelTerms;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.LanePlate;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Parcels without a label, and the plates under which they wait, in memory. */
class MemoryLane {
    private final House house;
    private final Books books;

    MemoryLane(House house) {
        this.house = house;
        this.books = house.books();
    }

    final Books books() {
        return books;
    }

    /** Its carrier does not answer: its station may have the job without a label. */
    final void letGo(Parcel parcel) {
        if (!books.lanes.has(parcel.parcelId())) {
            books.lanes.put(parcel.parcelId(), true);
            house.tell(parcel.parcelId(), parcel.stationId());
        }
    }

    final Optional<Lane> find(ParcelId parcel) {
        return books.lanes.find(parcel).map(_ -> new Lane(plate(parcel).orElse(null), false));
    }

    final Optional<LanePlate> plate(ParcelId parcel) {
        return books.plates.where(it -> it.parcel().equals(parcel)).stream()
                .max(Comparator.comparingInt(Plate::order))
                .map(Plate::plate);
    }

    final boolean mayLackLabel(Parcel parcel) {
        return parcel.status() == ParcelStatus.PLANNED && books.lanes.has(parcel.parcelId());
    }

    /** False when another parcel carries that number. */
    boolean plate(ParcelId parcel, LanePlate plate) {
        Optional<Plate> known = books.plates.find(plate.sscc());
        if (known.isEmpty()) {
            keep(parcel, plate);
        }
        return known.map(Plate::parcel).map(parcel::equals).orElse(true);
    }

    final void keep(ParcelId parcel, LanePlate plate) {
        books.plates.put(plate.sscc(), new Plate(parcel, plate, books.plates.rows().size()));
    }

    /** It waits on the lane of that station. */
    void plated(Parcel parcel, LanePlate plate, StationId station) {
        letGo(parcel);
        Parcel now = Rewrite.measured(parcel, plate.carton(), plate.weight());
        house.change(now);
        look(now, station);
    }

    /** Once it has both a plate and a label that fits, somebody has to stick the label on. */
    void look(Parcel parcel, StationId station) {
        Optional<LanePlate> plate = plate(parcel.parcelId());
        Optional<Label> label =
                books.labels
                        .find(parcel.parcelId())
                        .filter(it -> it.state() == Label.State.PURCHASED);
        if (plate.isPresent() && label.isPresent() && !isMisfit(parcel)) {
            house.ask(
                    new NewTask(
                            parcel.orderId(),
                            parcel.parcelId(),
                            TaskKind.LABEL_PARCEL,
                            plate.get().sscc().digits(),
                            station,
                            "Scan the plate and stick the label over it."));
        }
    }

    /** Whether a plated parcel must not leave under the label that was paid for it. */
    final boolean isMisfit(Parcel parcel) {
        Optional<LanePlate> plate = plate(parcel.parcelId());
        return plate.isPresent()
                && books.labels
                        .find(parcel.parcelId())
                        .filter(it -> it.state() == Label.State.PURCHASED)
                        .filter(it -> !fits(it, plate.get().carton(), plate.get().weight()))
                        .isPresent();
    }

    final boolean fits(Label label, String carton, Weight weight) {
        BoughtFor told = label.told();
        FitTolerance tolerance = tolerance();
        return told == null
                || tolerance == null
                || LabelFitPolicy.fit(
                                new LabelTerms(told.carton(), told.weight(), tolerance),
                                carton,
                                weight)
                        == Fit.FITS;
    }

    private @Nullable FitTolerance tolerance() {
        return books.rules.find(SimServer.ORG).map(LabelRule::tolerance).orElse(null);
    }

    /** It left: nothing of it is to be labelled any more. */
    final void left(ParcelId parcel) {
        for (Task task : List.copyOf(books.tasks.rows())) {
            if (task.wanted().parcelId().equals(parcel)
                    && task.wanted().kind() == TaskKind.LABEL_PARCEL
                    && !task.done()) {
                house.finish(task);
            }
        }
    }

    /** What its station may stick on it. */
    final Paper paper(Parcel parcel) {
        Optional<Label> label = books.labels.find(parcel.parcelId());
        TrackingNumber last = label.map(Label::last).orElse(null);
        return new Paper(
                parcel,
                last == null ? null : bought(parcel.parcelId(), last, label.get()),
                find(parcel.parcelId()).orElse(null),
                tolerance());
    }

    static ParcelLabel bought(ParcelId parcel, TrackingNumber number, Label label) {
        return new ParcelLabel(
                parcel,
                number,
                "ground",
                "Carrier",
                URI.create("https://carrier.example/" + number),
                "zpl",
                "pdf",
                label.state() == Label.State.PURCHASED,
                label.told());
    }
}
