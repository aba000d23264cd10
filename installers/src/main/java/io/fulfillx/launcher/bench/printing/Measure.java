package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;

import java.io.IOException;
import java.util.List;

/** One promise of printing, measured. */
interface Measure {
    /** The word that chooses it on the command line. */
    String part();

    List<BenchRow> rows(BenchRun run) throws IOException;
}
