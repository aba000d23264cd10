package io.fulfillx.desktop.store;

import io.fulfillx.model.id.ParcelId;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Drops what people are named in, once nothing here needs it any more. */
final class ForgetPeople {
    /** For a buyer who calls, and a parcel that comes back to the bench. */
    private static final Duration KEPT = Duration.ofDays(2);

    /** Stands in the store until its key is destroyed for sure. */
    static final String RETIRED = "retired";

    private static final int AT_ONCE = 1_000;

    private final StoreLock lock;
    private final JournalTable journal;
    private final JobTable jobTable;
    private final RosterTable roster;
    private final PrintLedger prints;
    private final MetaTable meta;
    private final Map<ParcelId, StoredJob> jobs;

    /**
     * @param jobs what the store keeps in memory; changed along with the disk
     */
    ForgetPeople(
            StoreLock lock,
            JournalTable journal,
            JobTable jobTable,
            RosterTable roster,
            PrintLedger prints,
            MetaTable meta,
            Map<ParcelId, StoredJob> jobs) {
        this.lock = lock;
        this.journal = journal;
        this.jobTable = jobTable;
        this.roster = roster;
        this.prints = prints;
        this.meta = meta;
        this.jobs = jobs;
    }

    /** Jobs that have been over for two days. */
    void old(Instant now) {
        int _ = finished(now.minus(KEPT), AT_ONCE);
    }

    /**
     * Jobs that were over before that, and of which the server has everything.
     *
     * @return how many went
     */
    int finished(Instant before, int max) {
        List<ParcelId> gone = new ArrayList<>();
        return lock.commit(
                _ -> {
                    gone.addAll(over(before, max));
                    for (ParcelId parcelId : gone) {
                        jobTable.remove(parcelId);
                    }
                    return gone.size();
                },
                _ -> {
                    gone.forEach(jobs::remove);
                    gone.forEach(prints::forget);
                });
    }

    /**
     * All jobs, operators and keys.
     *
     * @return false while an act is unanswered; nothing happened then
     */
    boolean everything(Path home) {
        return lock.commit(
                _ -> {
                    if (journal.count().unsent() > 0) {
                        return false;
                    }
                    meta.put("identity", null);
                    roster.replaceOperators(List.of());
                    for (ParcelId parcelId : jobs.keySet()) {
                        jobTable.remove(parcelId);
                    }
                    meta.put("feed.cursor", null);
                    meta.put(JournalTable.KEY, null);
                    meta.put(RETIRED, "1");
                    return true;
                },
                empty -> {
                    if (empty) {
                        jobs.clear();
                        // Only now: a store that still holds something is not to lose its key.
                        StationKey.destroy(home);
                    }
                });
    }

    private List<ParcelId> over(Instant before, int max) throws SQLException {
        List<ParcelId> found = new ArrayList<>();
        for (StoredJob stored : jobs.values()) {
            ParcelId parcelId = stored.job().parcelId();
            boolean over = found.size() < max && stored.isOverSince(before);
            if (over && !journal.unsentFor(parcelId)) {
                found.add(parcelId);
            }
        }
        return found;
    }
}
