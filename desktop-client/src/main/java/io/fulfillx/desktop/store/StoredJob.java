package io.fulfillx.desktop.store;

import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFitPolicy;
import io.fulfillx.model.label.LabelFitPolicy.Fit;
import io.fulfillx.model.label.LabelTerms;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.JobClaim;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** The newest job the server sent, and what this station did with it. */
public record StoredJob(PackJob job, ParcelWork work) {
    /** Whether anything may still be scanned into it. */
    public boolean open() {
        return job.state() == JobState.READY
                && work.stage() != WorkStage.PACKED
                && work.stage() != WorkStage.ASIDE;
    }

    public boolean shipped() {
        return job.state() == JobState.SHIPPED || work.stage() == WorkStage.PACKED;
    }

    /** Whether nobody here has had anything to do with it since then. */
    boolean isOverSince(Instant before) {
        Instant finished = work.finishedAt();
        if (finished != null) {
            return shipped() && finished.isBefore(before);
        }
        boolean over = job.state() == JobState.SHIPPED || job.state() == JobState.WITHDRAWN;
        // A server's version is the moment it was made, in microseconds.
        return over && Instant.EPOCH.plus(job.version(), ChronoUnit.MICROS).isBefore(before);
    }

    /** The station that took the parcel over; empty while nobody did. */
    public Optional<String> takenBy() {
        return Optional.ofNullable(job.claim()).map(JobClaim::takenBy);
    }

    /** The carrier's label, when one is here and was bought for the parcel as it was weighed. */
    public Optional<LabelDocument> carrierLabel() {
        LabelTerms terms = job.terms();
        Weight weight = work.weight();
        boolean fits =
                terms == null
                        || weight == null
                        || LabelFitPolicy.fit(terms, cartonCode(), weight) == Fit.FITS;
        return fits ? Optional.ofNullable(job.label()) : Optional.empty();
    }

    private String cartonCode() {
        return Objects.requireNonNullElse(work.carton(), job.carton().code());
    }

    /** The plate that is to be stuck on now; empty when the parcel needs none, or has it on. */
    public Optional<Sscc> plateNow() {
        return work.stage() == WorkStage.PLATED || work.stage() == WorkStage.PACKED
                ? Optional.empty()
                : Optional.ofNullable(work.plate());
    }

    /**
     * What the next sheet says: the plate's number, one that was burned here, or the carrier's;
     * empty without.
     */
    public Optional<TrackingNumber> number() {
        return plateNow()
                .map(Sscc::asNumber)
                .or(() -> Optional.ofNullable(work.number()))
                .or(() -> carrierLabel().map(LabelDocument::trackingNumber));
    }

    /** How it may leave under a number made here, as it was weighed; empty when it cannot. */
    public Optional<LeasedService> leasedNow() {
        LeasedService leased = job.leased();
        Weight weight = work.weight();
        boolean may =
                leased != null
                        && weight != null
                        && weight.grams() <= leased.limit().grams()
                        && job.label() == null
                        && work.plate() == null;
        return may ? Optional.ofNullable(leased) : Optional.empty();
    }

    /** Such as {@code #1001} or {@code #1001 (2/3)}. */
    public String label() {
        return job.parcelCount() == 1
                ? job.orderName()
                : job.orderName() + " (" + job.parcelNumber() + "/" + job.parcelCount() + ")";
    }
}
