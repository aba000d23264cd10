package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** No call outlives its deadline, no port leaks or costs, whatever the printer does. */
final class Deadlines implements Measure {
    private static final double OVERRUN_MILLIS = 50;
    private static final double CANCEL_MILLIS = 100;
    private static final double IDLE_PERCENT = 0.5;

    @Override
    public String part() {
        return "deadlines";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        List<BenchRow> rows = new ArrayList<>();
        int calls = run.quick() ? 30 : 300;
        for (StalledPrinter.Kind kind : StalledPrinter.Kind.values()) {
            String line = " (" + kind.words() + ")";
            LateCalls late = new LateCalls(kind, calls);
            if (kind == StalledPrinter.Kind.TCP) {
                rows.add(overrun("connect" + line, late.connect()));
            }
            rows.add(BenchRow.told("  this machine's own, for comparison", late.sleep(), "ms"));
            rows.add(overrun("read" + line, late.read()));
            rows.add(overrun("write" + line, late.write()));
            double cancel = Math.max(late.cancelRead(), late.cancelWrite());
            rows.add(BenchRow.atMost("longest cancel" + line, cancel, "ms", CANCEL_MILLIS));
        }
        PortCycles cycles = PortCycles.run(run.quick() ? 100 : 1_000);
        String after = " left after " + cycles.cycles() + " faults";
        rows.add(BenchRow.atMost("threads" + after, cycles.threads(), "", 0));
        rows.add(BenchRow.atMost("descriptors" + after, cycles.descriptors(), "", 0));
        double percent = IdlePorts.percent(run.quick() ? 3 : 20);
        rows.add(BenchRow.atMost("idle port, share of a core", percent, "%", IDLE_PERCENT));
        return rows;
    }

    private static BenchRow overrun(String call, double millis) {
        return BenchRow.atMost("longest overrun of " + call, millis, "ms", OVERRUN_MILLIS);
    }
}
