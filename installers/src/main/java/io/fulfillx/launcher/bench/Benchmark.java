package io.fulfillx.launcher.bench;

import io.fulfillx.launcher.bench.offline.OfflineBench;
import io.fulfillx.launcher.bench.printing.PrintingBench;
import io.fulfillx.launcher.bench.scanning.ScanningBench;

import java.io.IOException;
import java.util.List;

/** A measurement that can be run by its name. */
public interface Benchmark {
    String name();

    String description();

    List<BenchRow> run(BenchRun run) throws IOException;

    /** Every benchmark there is. A new one is a line here. */
    static List<Benchmark> all() {
        return List.of(
                new MainJob(), PrintingBench.suite(), ScanningBench.suite(), OfflineBench.suite());
    }
}
