package io.fulfillx.model.station;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelTerms;
import io.fulfillx.model.label.LeasedService;
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
 * @param label null while the carrier has not answered: the parcel may be packed without it
 * @param version grows with every change on the server
 * @param onPaper the newest sheet that the server had printed; null when there is none
 * @param claim by what right the station works on it; null from a server that knows of none
 * @param terms what the label was bought for; null when it fits whatever is weighed
 * @param leased how it may leave while it has no label; null when it cannot
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LabelDocument label,
        JobState state,
        List<HoldNotice> holds,
        List<String> tags,
        @Nullable String note,
        long version,
        @Nullable LabelOnPaper onPaper,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JobClaim claim,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LabelTerms terms,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LeasedService leased) {
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
            @Nullable LabelDocument label,
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
                null,
                null,
                null,
                null);
    }

    /**
     * The carrier's label.
     *
     * @throws IllegalStateException when there is none yet
     */
    public LabelDocument paidLabel() {
        if (label == null) {
            throw new IllegalStateException(parcelId + " has no label yet");
        }
        return label;
    }

    /** The same job with the bytes of its label. */
    public PackJob with(LabelDocument document) {
        return copy(document, state, claim);
    }

    /** The same job under a claim. */
    public PackJob under(JobClaim right) {
        return copy(label, state, right);
    }

    /** The job for a station that has it no more. */
    public PackJob withdrawn(JobClaim lost) {
        return copy(label, JobState.WITHDRAWN, lost);
    }

    /** The same job, with how it may leave while it has no label. */
    public PackJob leasing(@Nullable LeasedService agreed) {
        return copy(label, state, claim, agreed);
    }

    private PackJob copy(@Nullable LabelDocument document, JobState now, @Nullable JobClaim right) {
        return copy(document, now, right, leased);
    }

    private PackJob copy(
            @Nullable LabelDocument document,
            JobState now,
            @Nullable JobClaim right,
            @Nullable LeasedService agreed) {
        return new PackJob(
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
                document,
                now,
                holds,
                tags,
                note,
                version,
                onPaper,
                right,
                terms,
                agreed);
    }
}
