package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** From a document to a proven label. */
public final class PrintingBench implements Benchmark {
    /** The parts; a new one is a line here. */
    private static final List<Measure> MEASURES =
            List.of(
                    new RasterBytes(),
                    new PdfPages(),
                    new DecodeRate(),
                    new PreflightRate(),
                    new PreviewPictures(),
                    new Deadlines(),
                    new LabelsPerMinute(),
                    new FaultCampaign());

    @Override
    public String name() {
        return "printing";
    }

    @Override
    public String description() {
        return "faults, deadlines, sizes, speeds, decoding, preview: by --part "
                + String.join("|", MEASURES.stream().map(Measure::part).toList());
    }

    @Override
    public List<BenchRow> run(BenchRun run) throws IOException {
        List<BenchRow> rows = new ArrayList<>();
        for (Measure measure : MEASURES) {
            if (run.wants(measure.part())) {
                run.progress().say(measure.part());
                rows.addAll(measure.rows(run));
            }
        }
        return rows;
    }
}
