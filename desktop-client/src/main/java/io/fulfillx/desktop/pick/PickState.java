package io.fulfillx.desktop.pick;

import io.fulfillx.desktop.store.StoredJob;

import java.util.List;
import java.util.Optional;

/**
 * What the pick screen shows.
 *
 * @param jobs the orders in hand, each with its tote once assigned
 * @param tasks all tasks of jobs that may go on, in walking order, done ones too
 * @param current the task in front, when there is one
 * @param needsTote the job that waits for its tote in phase ASSIGN_TOTES
 * @param multiplier units the next scan counts for
 * @param pendingUnits units scanned and not yet put into a tote, in phase SCAN_TOTE
 */
public record PickState(
        PickPhase phase,
        List<StoredJob> jobs,
        List<PickTask> tasks,
        Optional<PickTask> current,
        Optional<StoredJob> needsTote,
        int multiplier,
        int pendingUnits) {
    public PickState {
        jobs = List.copyOf(jobs);
        tasks = List.copyOf(tasks);
    }
}
