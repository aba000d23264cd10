package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.Suite;

import java.util.List;

/** From a document to a proven label. */
public final class PrintingBench {
    private PrintingBench() {}

    /** The parts; a new one is a line here. */
    public static Suite suite() {
        return new Suite(
                "printing",
                "faults, deadlines, sizes, speeds, decoding, preview",
                List.of(
                        new RasterBytes(),
                        new PdfPages(),
                        new DecodeRate(),
                        new PreflightRate(),
                        new PreviewPictures(),
                        new Deadlines(),
                        new LabelsPerMinute(),
                        new FaultCampaign()));
    }
}
