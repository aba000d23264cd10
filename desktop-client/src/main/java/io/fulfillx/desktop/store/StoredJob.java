package io.fulfillx.desktop.store;

import io.fulfillx.model.station.JobClaim;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** Such as {@code #1001} or {@code #1001 (2/3)}. */
    public String label() {
        return job.parcelCount() == 1
                ? job.orderName()
                : job.orderName() + " (" + job.parcelNumber() + "/" + job.parcelCount() + ")";
    }
}
