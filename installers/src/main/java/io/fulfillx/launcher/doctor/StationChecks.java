package io.fulfillx.launcher.doctor;

import io.fulfillx.desktop.store.JournalCount;
import io.fulfillx.desktop.store.JournalRescue;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Whether the store of a station on this machine holds work that exists nowhere else. */
final class StationChecks {
    private static final String WHAT = "station";

    private StationChecks() {}

    static Finding unsent(Path home) {
        if (!Files.exists(home.resolve("station.db"))) {
            return Finding.ok(WHAT, "none on this machine");
        }
        try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
            JournalCount count = store.count();
            return count.unsent() == 0
                    ? Finding.ok(WHAT, "all its acts are with the server")
                    : Finding.warn(
                            WHAT,
                            count.unsent() + " acts since " + count.oldest() + " are only here",
                            "Do not remove "
                                    + home
                                    + ". Start the station with the network up until none waits,"
                                    + " or carry them: ./fulfillx journal export FILE");
        } catch (StoreException e) {
            if (e.code().equals("store-in-use")) {
                return Finding.ok(WHAT, "is running; its bar says what waits");
            }
            return e.code().startsWith("key-")
                    ? keyLost(home, e)
                    : Finding.fail(
                            WHAT,
                            String.valueOf(e.getMessage()),
                            "Keep " + home + " as it is and call support.");
        }
    }

    private static Finding keyLost(Path home, StoreException why) {
        try (JournalRescue journal = JournalRescue.open(home)) {
            return Finding.fail(
                    WHAT,
                    String.valueOf(why.getMessage()),
                    "Do not remove "
                            + home
                            + ": "
                            + journal.count().unsent()
                            + " acts are only here.");
        }
    }
}
