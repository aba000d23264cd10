package io.fulfillx.model.station;

import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Everything a station needs to pick, pack and label one parcel with the network down. The newest
 * version of a job replaces older ones whole.
 *
 * @param orderName the number the buyer knows, such as {@code #1001}
 * @param orderCode body of the barcode on the pick list, see OrderCode
 * @param parcelNumber 1-based position among the parcels of the order
 * @param version grows with every change on the server
 * @param onPaper the newest sheet that the server had printed; null when there is none
 */
public record PackJob(
        ParcelId parcelId,
        OrderId orderId,
        WaveId waveId,
        String orderName,
        String orderCode,
        int parcelNumber,
        int parcelCount,
        Address shipTo,
        String service,
        List<PackLine> lines,
        CartonChoice carton,
        Weight expectedWeight,
        LabelDocument label,
        JobState state,
        List<HoldNotice> holds,
        List<String> tags,
        @Nullable String note,
        long version,
        @Nullable LabelOnPaper onPaper) {
    public PackJob {
        lines = List.copyOf(lines);
        holds = List.copyOf(holds);
        tags = List.copyOf(tags);
    }

    /** A job whose label nobody but its station prints. */
    public PackJob(
            ParcelId parcelId,
            OrderId orderId,
            WaveId waveId,
            String orderName,
            String orderCode,
            int parcelNumber,
            int parcelCount,
            Address shipTo,
            String service,
            List<PackLine> lines,
            CartonChoice carton,
            Weight expectedWeight,
            LabelDocument label,
            JobState state,
            List<HoldNotice> holds,
            List<String> tags,
            @Nullable String note,
            long version) {
        this(
                parcelId,
                orderId,
                waveId,
                orderName,
                orderCode,
                parcelNumber,
                parcelCount,
                shipTo,
                service,
                lines,
                carton,
                expectedWeight,
                label,
                state,
                holds,
                tags,
                note,
                version,
                null);
    }
}
