package io.fulfillx.desktop.store;

import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.Ids;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.JobClaim;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.OnParcel;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers what was confirmed and writes it down, with what is different by it. */
final class ActJournal {
    private final JournalTable journal;
    private final JobTable jobTable;
    private final PrintLedger prints;
    private final TaskBoard tasks;
    private final Map<ParcelId, StoredJob> jobs;
    private final Clock clock;
    private final Ids ids;

    /** What the commit that is running changed of the prints; inside the lock only. */
    private List<PrintRow> answered = List.of();

    /**
     * @param jobs what the store keeps of the jobs in memory; changed after the commit
     */
    ActJournal(
            JournalTable journal,
            JobTable jobTable,
            PrintLedger prints,
            TaskBoard tasks,
            Map<ParcelId, StoredJob> jobs,
            Clock clock,
            Ids ids) {
        this.journal = journal;
        this.jobTable = jobTable;
        this.prints = prints;
        this.tasks = tasks;
        this.jobs = jobs;
        this.clock = clock;
        this.ids = ids;
    }

    /** Inside a commit; call {@link #remember(StationChange)} after it. */
    List<CommandEnvelope> write(StationChange change) throws SQLException {
        answered = List.of();
        for (ParcelWork work : change.work()) {
            StoredJob stored = jobs.get(work.parcelId());
            jobTable.put(
                    work, stored == null ? ParcelWork.untouched(work.parcelId()) : stored.work());
        }
        if (change.printAnswer().isPresent()) {
            answered = prints.write(change.printAnswer().get());
        }
        tasks.take(change.commands());
        return append(change.operator(), change.commands(), change.undoable());
    }

    void remember(StationChange change) {
        change.work().forEach(this::remember);
        prints.remember(answered);
        tasks.remember();
    }

    /** After a commit. */
    void remember(ParcelWork work) {
        jobs.computeIfPresent(work.parcelId(), (_, now) -> new StoredJob(now.job(), work));
    }

    /** Inside a commit; false when another act came after it or it may have been sent. */
    boolean takeBack(CommandId commandId, ParcelWork work) throws SQLException {
        boolean taken = journal.takeBack(commandId);
        if (taken) {
            jobTable.put(work, ParcelWork.untouched(work.parcelId()));
        }
        return taken;
    }

    /** A sheet of which the server was told when it was printed ahead is not told again. */
    private List<CommandEnvelope> append(
            OperatorId operator, List<StationCommand> commands, boolean undoable)
            throws SQLException {
        List<CommandEnvelope> written = new ArrayList<>();
        long n = journal.lastN();
        String correlationId = ids.get().toString();
        for (StationCommand command : commands) {
            if (command instanceof StationCommand.LabelPrinted sheet
                    && !prints.firstReport(sheet)) {
                continue;
            }
            n++;
            CommandEnvelope envelope =
                    new CommandEnvelope(
                            n,
                            new CommandId(ids.get()),
                            operator,
                            clock.instant(),
                            correlationId,
                            command,
                            claimEpoch(command));
            journal.append(envelope, undoable);
            written.add(envelope);
        }
        return written;
    }

    /** The claim that the operator saw when they acted. */
    private @Nullable Integer claimEpoch(StationCommand command) {
        StoredJob stored = command instanceof OnParcel act ? jobs.get(act.parcelId()) : null;
        JobClaim claim = stored == null ? null : stored.job().claim();
        return claim == null ? null : claim.epoch();
    }

    /**
     * Inside a commit. Tells of sheets printed ahead, unless that would end the chance to undo the
     * newest act.
     */
    boolean reportSheets(OperatorId operator) throws SQLException {
        List<StationCommand> sheets = journal.holding() ? List.of() : prints.unreported();
        return !append(operator, sheets, false).isEmpty();
    }
}
