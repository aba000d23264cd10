package io.fulfillx.launcher.simulate;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.PackJob;

/** Stations whose programs do wrong things to their own stores. */
final class BadStation {
    private BadStation() {}

    /** What a feed that begins anew does not name is forgotten, work and acts. */
    static final class ResetDrops extends Parts {
        @Override
        void behindPage(SimStation station, FeedPage page) {
            if (page.reset()) {
                station.changed(
                        () -> {
                            int _ =
                                    StationFile.run(
                                            station,
                                            "delete from work where parcel_id in (select parcel_id"
                                                    + " from journal where verdict is null)");
                            int _ =
                                    StationFile.run(
                                            station, "delete from journal where verdict is null");
                        });
            }
        }
    }

    /** The server's word on a job replaces what was done with it. */
    static final class PageOverwrites extends Parts {
        @Override
        void behindPage(SimStation station, FeedPage page) {
            if (!page.jobs().isEmpty()) {
                station.changed(
                        () -> {
                            for (PackJob job : page.jobs()) {
                                int _ =
                                        StationFile.run(
                                                station,
                                                "delete from work where parcel_id = ?",
                                                job.parcelId().toString());
                            }
                        });
            }
        }
    }

    /** The newest act is taken back although it may have been sent. */
    static final class UndoesSent extends Parts {
        @Override
        boolean undo(SimStation station, StationStore store, Undoable act) {
            boolean _ = station.push();
            String id = act.commandId().toString();
            int[] gone = {0};
            station.changed(
                    () ->
                            gone[0] =
                                    StationFile.run(
                                            station,
                                            "delete from journal where command_id = ?",
                                            id));
            return gone[0] > 0;
        }
    }

    /** Old rows go, whether they were answered or not. */
    static final class PrunesUnanswered extends Parts {
        @Override
        void prune(SimStation station) {
            station.changed(
                    () -> {
                        int _ = StationFile.run(station, "delete from journal where held = 0");
                    });
        }
    }
}
