package io.fulfillx.desktop.store;

import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;

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

    /** Such as {@code #1001} or {@code #1001 (2/3)}. */
    public String label() {
        return job.parcelCount() == 1
                ? job.orderName()
                : job.orderName() + " (" + job.parcelNumber() + "/" + job.parcelCount() + ")";
    }
}
