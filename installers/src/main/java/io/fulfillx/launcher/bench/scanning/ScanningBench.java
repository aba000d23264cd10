package io.fulfillx.launcher.bench.scanning;

import io.fulfillx.launcher.bench.Suite;

import java.util.List;

/** From a bar code or a load to its meaning. */
public final class ScanningBench {
    private ScanningBench() {}

    /** The parts; a new one is a line here. */
    public static Suite suite() {
        return new Suite(
                "scanning",
                "scanners, scales, GS1",
                List.of(
                        new Gs1Agreement(),
                        new ParseRate(),
                        new ParserFuzz(),
                        new WedgeRate(),
                        new ScanLatency()));
    }
}
