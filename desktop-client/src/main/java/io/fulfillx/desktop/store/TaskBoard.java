package io.fulfillx.desktop.store;

import io.fulfillx.model.station.StationTask;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.TaskDone;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is to be done by hand at this station, by the server's word. What was done here stays off
 * the list, also while the server has not heard of it.
 */
public final class TaskBoard {
    private static final String KEY = "tasks";

    private final MetaTable meta;
    private Stored stored;
    private volatile List<StationTask> open;

    /** The server's list, and which of it were done here. */
    private record Stored(List<StationTask> tasks, List<UUID> done) {
        List<StationTask> open() {
            return tasks.stream().filter(task -> !done.contains(task.taskId())).toList();
        }
    }

    TaskBoard(MetaTable meta) throws SQLException {
        this.meta = meta;
        this.stored =
                meta.get(KEY)
                        .map(json -> Json.read(json, Stored.class))
                        .orElse(new Stored(List.of(), List.of()));
        this.open = stored.open();
    }

    /** Oldest first. Safe from any thread. */
    public List<StationTask> open() {
        return open;
    }

    /** Takes the server's list; null when it sent none. Inside a commit. */
    void take(@Nullable List<StationTask> tasks) throws SQLException {
        if (tasks != null) {
            List<UUID> known = tasks.stream().map(StationTask::taskId).toList();
            write(new Stored(tasks, stored.done().stream().filter(known::contains).toList()));
        }
    }

    /** Takes off what these commands say was done. Inside a commit. */
    void take(Iterable<StationCommand> commands) throws SQLException {
        List<UUID> done = new ArrayList<>(stored.done());
        for (StationCommand command : commands) {
            if (command instanceof TaskDone(_, UUID task)) {
                done.add(task);
            }
        }
        if (done.size() > stored.done().size()) {
            write(new Stored(stored.tasks(), done));
        }
    }

    private void write(Stored now) throws SQLException {
        meta.put(KEY, Json.text(now));
        stored = now;
    }

    /** After the commit. */
    void remember() {
        open = stored.open();
    }
}
