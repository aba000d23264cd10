package io.fulfillx.backend.sync.api;

import io.fulfillx.backend.fulfillment.api.Lane;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.model.label.FitTolerance;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.LabelTerms;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.station.LanePlate;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What a station may stick on a parcel.
 *
 * @param label the last that was bought; null before the first
 * @param lane null unless the parcel may be packed without a label
 * @param tolerance null when a label fits whatever is weighed
 */
public record Paper(
        Parcel parcel,
        @Nullable ParcelLabel label,
        @Nullable Lane lane,
        @Nullable FitTolerance tolerance) {
    /** Whether the station is to know of the parcel at all. */
    public boolean isKnown() {
        return label != null || lane != null;
    }

    /**
     * A closed parcel waits for whatever label it gets. One that is still open is put back while a
     * label is replaced, so that nobody sticks the old one on.
     */
    public boolean mayLackLabel() {
        return lane != null && (lane.plate() != null || label == null);
    }

    public @Nullable LanePlate plate() {
        return lane == null ? null : lane.plate();
    }

    /** What it leaves under; a withdrawn parcel is still known by the number it had. */
    private @Nullable ParcelLabel shown() {
        return parcel.status() == ParcelStatus.PLANNED && mayLackLabel() ? null : label;
    }

    public Optional<TrackingNumber> number() {
        return Optional.ofNullable(shown()).map(ParcelLabel::trackingNumber);
    }

    public @Nullable LabelDocument document() {
        return number().map(number -> new LabelDocument(number, LabelFormat.ZPL, new byte[0]))
                .orElse(null);
    }

    public @Nullable String documentKey() {
        ParcelLabel paid = shown();
        return paid == null || !paid.hasDocuments() ? null : paid.zplKey();
    }

    /**
     * Whether the station may make its number when no label is there. It is told ahead of parcels
     * that have one, so that it has numbers in time.
     */
    public boolean mayBeNumbered() {
        return shown() != null || lane != null && lane.numberedByStation();
    }

    public String service() {
        return label == null ? "" : label.service();
    }

    public @Nullable LabelTerms terms() {
        ParcelLabel paid = shown();
        ParcelLabel.BoughtFor told = paid == null ? null : paid.boughtFor();
        return told == null || tolerance == null
                ? null
                : new LabelTerms(told.carton(), told.weight(), tolerance);
    }
}
