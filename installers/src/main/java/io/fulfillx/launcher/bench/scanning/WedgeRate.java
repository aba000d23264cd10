package io.fulfillx.launcher.bench.scanning;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.scanner.virtual.WedgeTrial;
import io.fulfillx.scanner.virtual.WedgeTrial.Tally;
import io.fulfillx.scanner.wedge.WedgeSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Scanners that play keyboard against typists at the same keyboard. */
final class WedgeRate implements Measure {
    private static final int RUNS = 100_000;
    private static final int QUICK_RUNS = 20_000;
    private static final long SEED = 2_026;
    private static final double CAUGHT_PERCENT = 99.9;
    private static final double FALSE_PERCENT = 0.1;
    private static final double PERCENT = 100;

    @Override
    public String part() {
        return "wedge";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) {
        int runs = run.quick() ? QUICK_RUNS : RUNS;
        Map<String, Tally> full = trial(runs, true);
        List<BenchRow> rows = new ArrayList<>();
        rows.add(
                BenchRow.atLeast(
                        "scans caught whole, nothing leaked",
                        percent(full, gun(), Tally::right),
                        "%",
                        CAUGHT_PERCENT));
        rows.add(
                BenchRow.atMost(
                        "typing taken for a scan",
                        percent(full, gun().negate(), Tally::scans),
                        "%",
                        FALSE_PERCENT));
        rows.add(BenchRow.told("scans delivered damaged", sum(full, gun(), Tally::damaged), ""));
        full.forEach((kind, tally) -> rows.addAll(rows(kind, tally)));
        Map<String, Tally> deaf = trial(runs, false);
        rows.add(
                BenchRow.told(
                        "caught when releases are not told",
                        percent(deaf, gun(), Tally::right),
                        "%"));
        rows.add(
                BenchRow.told(
                        "false when releases are not told",
                        percent(deaf, gun().negate(), Tally::scans),
                        "%"));
        return rows;
    }

    private static Map<String, Tally> trial(int runs, boolean releases) {
        return new TreeMap<>(new WedgeTrial(SEED, WedgeSettings.usual(), releases).run(runs));
    }

    private static Predicate<String> gun() {
        return kind -> kind.startsWith("gun");
    }

    private static double sum(
            Map<String, Tally> tallies, Predicate<String> kinds, ToIntFunction<Tally> what) {
        return tallies.entrySet().stream()
                .filter(entry -> kinds.test(entry.getKey()))
                .mapToInt(entry -> what.applyAsInt(entry.getValue()))
                .sum();
    }

    private static double percent(
            Map<String, Tally> tallies, Predicate<String> kinds, ToIntFunction<Tally> what) {
        return PERCENT * sum(tallies, kinds, what) / sum(tallies, kinds, Tally::runs);
    }

    private static List<BenchRow> rows(String kind, Tally tally) {
        if (gun().test(kind)) {
            return List.of(
                    BenchRow.told(kind + ": caught", PERCENT * tally.right() / tally.runs(), "%"));
        }
        return List.of(
                BenchRow.told(kind + ": false", PERCENT * tally.scans() / tally.runs(), "%"),
                BenchRow.told(kind + ": key held back, mean", tally.meanHoldMillis(), "ms"),
                BenchRow.told(kind + ": key held back, worst", tally.longestHoldMillis(), "ms"));
    }
}
