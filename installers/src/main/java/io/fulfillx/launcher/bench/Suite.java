package io.fulfillx.launcher.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A benchmark of parts, each measured alone or all in a row.
 *
 * @param about what it measures, for the list of benchmarks
 */
public record Suite(String name, String about, List<Measure> measures) implements Benchmark {
    public Suite {
        measures = List.copyOf(measures);
    }

    @Override
    public String description() {
        return about
                + ": by --part "
                + String.join("|", measures.stream().map(Measure::part).toList());
    }

    @Override
    public List<BenchRow> run(BenchRun run) throws IOException {
        List<BenchRow> rows = new ArrayList<>();
        for (Measure measure : measures) {
            if (run.wants(measure.part())) {
                run.progress().say(measure.part());
                rows.addAll(measure.rows(run));
            }
        }
        return rows;
    }
}
