package io.fulfillx.launcher.bench;

import java.io.IOException;
import java.util.List;

/** One promise, measured. */
public interface Measure {
    /** The word that chooses it on the command line. */
    String part();

    List<BenchRow> rows(BenchRun run) throws IOException;
}
