package io.fulfillx.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * One confirmed act at a station. All of them are physical facts: the server may book one as a
 * discrepancy, but never drops it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StationCommand.PickConfirmed.class, name = "pick-confirmed"),
    @JsonSubTypes.Type(value = StationCommand.PickShort.class, name = "pick-short"),
    @JsonSubTypes.Type(value = StationCommand.ItemDamaged.class, name = "item-damaged"),
    @JsonSubTypes.Type(value = StationCommand.LabelPrinted.class, name = "label-printed"),
    @JsonSubTypes.Type(value = StationCommand.ParcelPacked.class, name = "parcel-packed"),
    @JsonSubTypes.Type(value = StationCommand.ParcelPlated.class, name = "parcel-plated"),
    @JsonSubTypes.Type(value = StationCommand.ParcelNumbered.class, name = "parcel-numbered"),
    @JsonSubTypes.Type(value = StationCommand.ParcelSetAside.class, name = "parcel-set-aside"),
    @JsonSubTypes.Type(value = StationCommand.TaskDone.class, name = "task-done"),
    @JsonSubTypes.Type(value = StationCommand.ShiftClosed.class, name = "shift-closed")
})
public sealed interface StationCommand {
    /** An act on one parcel. */
    sealed interface OnParcel extends StationCommand {
        ParcelId parcelId();
    }

    /**
     * Units of one line were taken from the location into the tote. What was not read is left out:
     * a server of the first release refuses a command with a field that is null.
     *
     * @param lot the lot that was read off the units; null when none was
     * @param serials the serial numbers that were read off them, which may be fewer than units
     */
    record PickConfirmed(
            ParcelId parcelId,
            OrderLineId lineId,
            Quantity quantity,
            String tote,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable String lot,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<String> serials)
            implements OnParcel {
        public PickConfirmed {
            serials = serials == null ? List.of() : List.copyOf(serials);
        }

        /** Units of which neither lot nor number was read. */
        public PickConfirmed(
                ParcelId parcelId, OrderLineId lineId, Quantity quantity, String tote) {
            this(parcelId, lineId, quantity, tote, null, List.of());
        }

        /** Never null; a station of an earlier release names none. */
        @Override
        public List<String> serials() {
            return serials == null ? List.of() : serials;
        }
    }

    /** The location holds fewer units than asked; these are missing. */
    record PickShort(ParcelId parcelId, OrderLineId lineId, Quantity missing) implements OnParcel {}

    /** Units were found broken and taken out. */
    record ItemDamaged(ParcelId parcelId, OrderLineId lineId, Quantity damaged)
            implements OnParcel {}

    /**
     * A label came out of a printer.
     *
     * @param copy 1 for the first print, 2 and up for reprints
     * @param evidence how it is known: device-counter, device-status, operator…
     */
    record LabelPrinted(
            ParcelId parcelId,
            TrackingNumber trackingNumber,
            String printer,
            int copy,
            String evidence)
            implements OnParcel {}

    /** Everything was verified, weighed and labelled, and the parcel left the bench. */
    record ParcelPacked(
            ParcelId parcelId, TrackingNumber trackingNumber, String carton, Weight weight)
            implements OnParcel {}

    /**
     * Everything was verified and weighed, and the parcel waits on the lane for its carrier's
     * label.
     *
     * @param sscc the number on the plate that was stuck on instead
     */
    record ParcelPlated(ParcelId parcelId, Sscc sscc, String carton, Weight weight)
            implements OnParcel {}

    /**
     * Everything was verified and weighed, and the parcel got a number that its carrier lets the
     * house make. It stands before the label that is printed with it, and before the pack.
     *
     * @param service the carrier's code of the service
     * @param addressRevision which of the order's addresses stands on the label
     */
    record ParcelNumbered(
            ParcelId parcelId,
            TrackingNumber trackingNumber,
            String service,
            int addressRevision,
            String carton,
            Weight weight)
            implements OnParcel {}

    /** Something that the server had asked for at this station was done by hand. */
    record TaskDone(ParcelId parcelId, UUID taskId) implements OnParcel {}

    /** The parcel cannot be finished here and waits for a lead. */
    record ParcelSetAside(ParcelId parcelId, String reason) implements OnParcel {}

    /**
     * The operator went home. It stands behind everything that was done before, so whoever reads it
     * at the server has all of the shift.
     */
    record ShiftClosed() implements StationCommand {}
}
