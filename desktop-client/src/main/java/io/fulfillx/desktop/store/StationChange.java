package io.fulfillx.desktop.store;

import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.sync.StationCommand;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One confirmed act: everything in it becomes durable together, or nothing does.
 *
 * @param commands what the server is to learn, in order
 * @param work the new local state of each parcel touched
 * @param printAnswer what a person said became of a label
 * @param undoable whether the last command may still be taken back by the next act
 */
public record StationChange(
        OperatorId operator,
        List<StationCommand> commands,
        List<ParcelWork> work,
        Optional<PrintAnswer> printAnswer,
        boolean undoable) {
    /**
     * @param printed whether the label came out
     * @param evidence who or what says so
     */
    public record PrintAnswer(UUID jobId, boolean printed, String evidence) {}

    public StationChange {
        commands = List.copyOf(commands);
        work = List.copyOf(work);
    }

    public static StationChange of(
            OperatorId operator, ParcelWork work, StationCommand... commands) {
        return new StationChange(
                operator, List.of(commands), List.of(work), Optional.empty(), false);
    }

    /** The operator goes home. */
    public static StationChange shiftClosed(OperatorId operator) {
        return new StationChange(
                operator,
                List.of(new StationCommand.ShiftClosed()),
                List.of(),
                Optional.empty(),
                false);
    }

    public StationChange asUndoable() {
        return new StationChange(operator, commands, work, printAnswer, true);
    }

    public StationChange with(PrintAnswer answer) {
        return new StationChange(operator, commands, work, Optional.of(answer), undoable);
    }
}
