package io.fulfillx.launcher.bench.offline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A recording of everything that one folder's files were told. Safe to use from any thread. */
final class DiskTape {
    private final Path folder;
    private final boolean keepSyncs;
    private final List<DiskStep> steps = new ArrayList<>();

    /**
     * @param folder only what happens below it is recorded
     * @param keepSyncs false for a disk that says "done" to a sync and does nothing
     */
    DiskTape(Path folder, boolean keepSyncs) {
        this.folder = folder;
        this.keepSyncs = keepSyncs;
    }

    boolean records(Path path) {
        return path.startsWith(folder);
    }

    boolean keepsSyncs() {
        return keepSyncs;
    }

    synchronized void add(DiskStep step) {
        steps.add(step);
    }

    synchronized List<DiskStep> steps() {
        return List.copyOf(steps);
    }
}
