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

/** Numbers what was confirmed and writes it down. Inside a commit only. */
final class ActJournal {
    private final JournalTable journal;
    private final PrintLedger prints;
    private final Map<ParcelId, StoredJob> jobs;
    private final Clock clock;
    private final Ids ids;

    ActJournal(
            JournalTable journal,
            PrintLedger prints,
            Map<ParcelId, StoredJob> jobs,
            Clock clock,
            Ids ids) {
        this.journal = journal;
        this.prints = prints;
        this.jobs = jobs;
        this.clock = clock;
        this.ids = ids;
    }

    /** A sheet of which the server was told when it was printed ahead is not told again. */
    List<CommandEnvelope> append(
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

    /** Tells of sheets printed ahead, unless that would end the chance to undo the newest act. */
    boolean reportSheets(OperatorId operator) throws SQLException {
        List<StationCommand> sheets = journal.holding() ? List.of() : prints.unreported();
        return !append(operator, sheets, false).isEmpty();
    }
}
