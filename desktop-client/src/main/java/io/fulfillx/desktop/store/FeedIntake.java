package io.fulfillx.desktop.store;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobClaim;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes one page of the feed into the tables. The job is the server's word and is replaced whole,
 * so holds and withdrawals always come through; the work is ours and is never overwritten by it.
 */
final class FeedIntake {
    private final JobTable jobs;
    private final JournalTable journal;
    private final PrintLedger prints;
    private final Map<ParcelId, StoredJob> known;

    /**
     * @param known what the store keeps of the jobs in memory; changed after the commit
     */
    FeedIntake(
            JobTable jobs,
            JournalTable journal,
            PrintLedger prints,
            Map<ParcelId, StoredJob> known) {
        this.jobs = jobs;
        this.journal = journal;
        this.prints = prints;
        this.known = known;
    }

    /**
     * Runs inside the caller's transaction.
     *
     * @return the jobs that changed; null stands for one that was dropped
     */
    Map<ParcelId, @Nullable StoredJob> apply(FeedPage page, boolean resetting) throws SQLException {
        Map<ParcelId, @Nullable StoredJob> changed = new HashMap<>();
        if (page.reset()) {
            jobs.markAllStale();
        }
        for (PackJob job : page.jobs()) {
            StoredJob before = changed.get(job.parcelId());
            if (before == null) {
                before = known.get(job.parcelId());
            }
            if (before == null || resetting || job.version() >= before.job().version()) {
                changed.put(job.parcelId(), put(job, before));
            }
        }
        // What had unanswered acts at the reset goes with a later page, once they are answered.
        if (!resetting || !page.more()) {
            dropStale(changed);
        }
        return changed;
    }

    /** After the commit. */
    void remember(Map<ParcelId, @Nullable StoredJob> changed) {
        changed.forEach(
                (parcelId, stored) -> {
                    if (stored == null) {
                        known.remove(parcelId);
                    } else {
                        known.put(parcelId, stored);
                    }
                });
    }

    private StoredJob put(PackJob job, @Nullable StoredJob before) throws SQLException {
        jobs.put(job);
        prints.hear(job);
        if (before == null || givenAnew(before, job)) {
            ParcelWork known = ParcelWork.of(job);
            if (before != null) {
                jobs.removeWork(job.parcelId());
            }
            if (!known.lines().isEmpty()) {
                jobs.put(known, ParcelWork.untouched(job.parcelId()));
            }
            return new StoredJob(job, known);
        }
        if (released(before, job)) {
            ParcelWork again = before.work().reopened();
            jobs.put(again, before.work());
            return new StoredJob(job, again);
        }
        return new StoredJob(job, before.work());
    }

    /** It was at another station in between: what counts is what the server knows to be done. */
    private boolean givenAnew(StoredJob before, PackJob now) throws SQLException {
        JobClaim old = before.job().claim();
        JobClaim fresh = now.claim();
        return old != null
                && fresh != null
                && fresh.epoch() > old.epoch()
                && fresh.takenBy() == null
                && now.state() != JobState.SHIPPED
                && !journal.unsentFor(now.parcelId());
    }

    /** A lead solved the exception: the server held the order for it and now let it go. */
    private boolean released(StoredJob before, PackJob now) throws SQLException {
        return before.work().stage() == WorkStage.ASIDE
                && before.job().state() == JobState.HELD
                && now.state() == JobState.READY
                && !journal.unsentFor(now.parcelId());
    }

    private void dropStale(Map<ParcelId, @Nullable StoredJob> changed) throws SQLException {
        for (ParcelId parcelId : jobs.stale()) {
            if (!journal.unsentFor(parcelId)) {
                jobs.remove(parcelId);
                changed.put(parcelId, null);
            }
        }
    }
}
