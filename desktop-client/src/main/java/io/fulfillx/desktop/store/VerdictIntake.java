package io.fulfillx.desktop.store;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.Verdict;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the server's answers. Inside a commit only. */
final class VerdictIntake {
    private final JournalTable journal;
    private final JobTable jobTable;
    private final Map<ParcelId, StoredJob> jobs;
    private final Clock clock;

    VerdictIntake(
            JournalTable journal, JobTable jobTable, Map<ParcelId, StoredJob> jobs, Clock clock) {
        this.journal = journal;
        this.jobTable = jobTable;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The work that is different because of them. */
    List<ParcelWork> take(String epoch, BatchReply reply) throws SQLException {
        List<ParcelWork> changed = new ArrayList<>();
        for (CommandVerdict verdict : reply.verdicts()) {
            journal.answer(epoch, verdict, clock.instant());
            if (verdict.verdict() == Verdict.QUARANTINED) {
                setAside(epoch, verdict).ifPresent(changed::add);
            }
        }
        return changed;
    }

    /** A pack that the server could not book has not left the house: it waits for a lead. */
    private Optional<ParcelWork> setAside(String epoch, CommandVerdict verdict)
            throws SQLException {
        StoredJob stored = journal.packedBy(epoch, verdict.n()).map(jobs::get).orElse(null);
        if (stored == null) {
            return Optional.empty();
        }
        String why = Optional.ofNullable(verdict.code()).orElse("");
        ParcelWork work = stored.work().aside(why, clock.instant());
        jobTable.put(work, stored.work());
        return Optional.of(work);
    }
}
