package io.fulfillx.launcher.bench;

import io.fulfillx.launcher.demo.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A measurement that can be run by its name. */
interface Benchmark {
    String name();

    String description();

    /**
     * @param quick a sample of at most two minutes
     * @param folder empty, for its data
     */
    List<BenchRow> run(boolean quick, Path folder, Progress progress) throws IOException;

    /** Every benchmark there is. A new one is a line here. */
    static List<Benchmark> all() {
        return List.of(new MainJob());
    }
}
