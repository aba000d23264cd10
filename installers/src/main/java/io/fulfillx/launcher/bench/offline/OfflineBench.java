package io.fulfillx.launcher.bench.offline;

import io.fulfillx.launcher.bench.Suite;

import java.util.List;

/** A station that is on its own. */
public final class OfflineBench {
    private OfflineBench() {}

    /** The parts; a new one is a line here. */
    public static Suite suite() {
        return new Suite(
                "offline",
                "stations without the network, and what comes after",
                List.of(
                        new PowerCuts(),
                        new StoreKills(),
                        new Reconnect(),
                        new DrainRate(),
                        new ScanToPaint(),
                        new CommitToStation()));
    }
}
