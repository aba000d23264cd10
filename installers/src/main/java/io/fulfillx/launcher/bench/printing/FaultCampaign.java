package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Every label comes out once, or somebody is asked: thousands of labels in five languages while
 * lines break at any byte, printers stop, stall and lose power, and stations are killed at every
 * step of their journal. Afterwards the paper is counted.
 */
final class FaultCampaign implements Measure {
    private static final int LABELS = 10_000;
    private static final int QUICK_LABELS = 300;
    private static final int AT_A_TIME = 5;
    private static final long SEED = 20_260_101;
    private static final double UNKNOWN_PERCENT = 0.5;

    @Override
    public String part() {
        return "faults";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        Map<CampaignPlan, CampaignTally> tallies = tallies(run);
        CampaignTally all = CampaignTally.NONE;
        List<BenchRow> unknown = new ArrayList<>();
        for (Map.Entry<CampaignPlan, CampaignTally> one : tallies.entrySet()) {
            CampaignTally tally = one.getValue();
            CampaignPlan plan = one.getKey();
            all = all.plus(tally);
            String who = "unknown, %s (%s)".formatted(plan.name(), plan.evidence());
            double percent = tally.unknownPercent();
            unknown.add(
                    plan.acknowledges()
                            ? BenchRow.atMost(who, percent, "%", UNKNOWN_PERCENT)
                            : BenchRow.told(who, percent, "%"));
        }
        List<BenchRow> rows = new ArrayList<>();
        rows.add(BenchRow.told("labels", all.labels(), ""));
        rows.add(BenchRow.told("faults", all.troubles(), ""));
        rows.add(BenchRow.told("stations killed", all.kills(), ""));
        rows.add(BenchRow.atMost("labels lost", all.lost(), "", 0));
        rows.add(BenchRow.atMost("silent duplicates", all.duplicates(), "", 0));
        rows.addAll(unknown);
        rows.add(BenchRow.told("labels spoiled by a broken line", all.garbled(), ""));
        return rows;
    }

    private static List<CampaignPlan> plans(boolean quick) {
        return CampaignPlan.of(quick ? QUICK_LABELS : LABELS, quick, SEED);
    }

    private static Map<CampaignPlan, CampaignTally> tallies(BenchRun run) throws IOException {
        Map<CampaignPlan, Future<CampaignTally>> trials = new LinkedHashMap<>();
        Map<CampaignPlan, CampaignTrial> begun = new LinkedHashMap<>();
        Map<CampaignPlan, CampaignTally> tallies = new LinkedHashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (CampaignPlan plan : plans(run.quick())) {
                Path folder = run.folder().resolve("campaign-" + plan.seed());
                CampaignTrial trial = new CampaignTrial(plan, folder);
                begun.put(plan, trial);
                trials.put(plan, pool.submit(trial::run));
            }
            for (Map.Entry<CampaignPlan, Future<CampaignTally>> trial : trials.entrySet()) {
                CampaignTally tally = trial.getValue().get();
                tallies.put(trial.getKey(), tally);
                run.progress().say(trial.getKey().name() + ": " + tally);
                findings(begun, trial.getKey()).forEach(run.progress()::say);
            }
        } catch (ExecutionException e) {
            throw new IOException("a trial failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return tallies;
    }

    private static List<String> findings(
            Map<CampaignPlan, CampaignTrial> begun, CampaignPlan plan) {
        CampaignTrial trial = begun.get(plan);
        return trial == null ? List.of() : trial.findings();
    }
}
