package io.fulfillx.desktop.store;

import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.JobClaim;
import io.fulfillx.model.station.LanePlate;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What this station did with one parcel. Replaced whole in the same commit as its journal rows.
 *
 * @param tote body of the tote's code
 * @param carton code of the chosen carton
 * @param plate the number that was burned for it; null while it needs none
 * @param number the carrier's number that was burned for it; null when none was
 * @param reason why it was set aside
 * @param finishedAt when it was packed or set aside
 */
public record ParcelWork(
        ParcelId parcelId,
        WorkStage stage,
        Map<OrderLineId, LineProgress> lines,
        @Nullable String tote,
        @Nullable String carton,
        @Nullable Weight weight,
        @Nullable Sscc plate,
        @Nullable TrackingNumber number,
        @Nullable String reason,
        @Nullable Instant finishedAt) {
    public ParcelWork {
        lines = Map.copyOf(lines);
    }

    public static ParcelWork untouched(ParcelId parcelId) {
        return new ParcelWork(
                parcelId, WorkStage.TO_PICK, Map.of(), null, null, null, null, null, null, null);
    }

    /** What the server knows to be done of it, by this station or by another that had it before. */
    static ParcelWork of(PackJob job) {
        JobClaim claim = job.claim();
        ParcelWork work = untouched(job.parcelId());
        if (claim == null || claim.picked().isEmpty() && claim.plate() == null) {
            return work;
        }
        Map<OrderLineId, LineProgress> lines = new HashMap<>();
        claim.picked()
                .forEach(
                        line ->
                                lines.put(
                                        line.lineId(),
                                        new LineProgress(line.quantity().units(), 0, 0, 0)));
        boolean all =
                job.lines().stream()
                        .allMatch(
                                line ->
                                        lines.getOrDefault(line.lineId(), LineProgress.NONE)
                                                        .picked()
                                                >= line.quantity().units());
        LanePlate plate = claim.plate();
        if (plate != null) {
            return new ParcelWork(
                            job.parcelId(),
                            WorkStage.PLATED,
                            lines,
                            null,
                            plate.carton(),
                            plate.weight(),
                            plate.sscc(),
                            null,
                            null,
                            null)
                    .allVerified(job);
        }
        WorkStage stage = all ? WorkStage.PICKED : WorkStage.PICKING;
        return new ParcelWork(
                job.parcelId(), stage, lines, claim.tote(), null, null, null, null, null, null);
    }

    public LineProgress line(OrderLineId lineId) {
        return lines.getOrDefault(lineId, LineProgress.NONE);
    }

    public ParcelWork at(WorkStage next) {
        return new ParcelWork(
                parcelId, next, lines, tote, carton, weight, plate, number, reason, finishedAt);
    }

    public ParcelWork with(OrderLineId lineId, LineProgress progress) {
        Map<OrderLineId, LineProgress> changed = new HashMap<>(lines);
        changed.put(lineId, progress);
        return new ParcelWork(
                parcelId, stage, changed, tote, carton, weight, plate, number, reason, finishedAt);
    }

    /** The packer was told to put everything back: the tote is free again. */
    public ParcelWork putBack(Instant at) {
        return new ParcelWork(
                parcelId, WorkStage.ASIDE, lines, null, null, null, null, null, "withdrawn", at);
    }

    public ParcelWork inTote(String toteNumber) {
        return new ParcelWork(
                parcelId,
                stage,
                lines,
                toteNumber,
                carton,
                weight,
                plate,
                number,
                reason,
                finishedAt);
    }

    public ParcelWork inCarton(String code) {
        return new ParcelWork(
                parcelId, stage, lines, tote, code, weight, plate, number, reason, finishedAt);
    }

    public ParcelWork weighing(Weight measured) {
        return new ParcelWork(
                parcelId, stage, lines, tote, carton, measured, plate, number, reason, finishedAt);
    }

    /** The number of its plate is burned; the plate itself is not out yet. */
    public ParcelWork plated(Sscc number) {
        return new ParcelWork(
                parcelId, stage, lines, tote, carton, weight, number, null, reason, finishedAt);
    }

    /** The carrier's number is burned for it; its label is not out yet. */
    public ParcelWork numbered(TrackingNumber burned) {
        return new ParcelWork(
                parcelId, stage, lines, tote, carton, weight, plate, burned, reason, finishedAt);
    }

    /** The plate is on, and the parcel on its way to the lane: its tote is free again. */
    public ParcelWork onLane() {
        return new ParcelWork(
                parcelId,
                WorkStage.PLATED,
                lines,
                null,
                carton,
                weight,
                plate,
                number,
                reason,
                finishedAt);
    }

    /** It was closed elsewhere, so somebody has checked all of it. */
    private ParcelWork allVerified(PackJob job) {
        ParcelWork work = this;
        for (PackLine line : job.lines()) {
            int units = line.quantity().units();
            work = work.with(line.lineId(), new LineProgress(units, 0, 0, units));
        }
        return work;
    }

    public ParcelWork packed(Instant at) {
        return new ParcelWork(
                parcelId, WorkStage.PACKED, lines, tote, carton, weight, plate, number, null, at);
    }

    public ParcelWork aside(String why, Instant at) {
        return new ParcelWork(
                parcelId, WorkStage.ASIDE, lines, tote, carton, weight, plate, number, why, at);
    }

    /** After a lead solved the exception: what was missing or broken is to be picked again. */
    public ParcelWork reopened() {
        Map<OrderLineId, LineProgress> again = new HashMap<>();
        lines.forEach((id, line) -> again.put(id, new LineProgress(line.picked(), 0, 0, 0)));
        WorkStage from = tote == null ? WorkStage.TO_PICK : WorkStage.PICKING;
        return new ParcelWork(parcelId, from, again, tote, null, null, null, null, null, null);
    }
}
