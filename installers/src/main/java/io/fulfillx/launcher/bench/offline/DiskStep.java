package io.fulfillx.launcher.bench.offline;

import java.nio.file.Path;

/** What a program asked of the disk, or told its user, in the order in which it happened. */
sealed interface DiskStep {
    record Written(Path file, long offset, byte[] bytes) implements DiskStep {}

    record Cut(Path file, long size) implements DiskStep {}

    /** All that was written to the file, or the names in the folder, are on the disk. */
    record Synced(Path path) implements DiskStep {}

    record Removed(Path file) implements DiskStep {}

    /** From here on this is promised. */
    record Acknowledged(Promise promise) implements DiskStep {}

    /**
     * What the user was told is safe.
     *
     * @param acts the number of the last act
     * @param prints labels whose printing was noted
     */
    record Promise(long acts, int prints) {
        static final Promise NONE = new Promise(0, 0);
    }
}
