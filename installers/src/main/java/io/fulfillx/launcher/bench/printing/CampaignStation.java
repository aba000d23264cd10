package io.fulfillx.launcher.bench.printing;

import io.fulfillx.printing.document.PressResult.Pressed;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.Printers;
import io.fulfillx.printing.queue.FileJournal;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintJournal;
import io.fulfillx.printing.queue.PrintResult;
import io.fulfillx.printing.queue.PrintTimings;
import io.fulfillx.printing.queue.PrintWindow;
import io.fulfillx.printing.queue.PrintWorker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * A station of the fault campaign: prints the labels 1 to N that have no end, and may be told to
 * die at a step of its journal. Arguments: folder, printer, N, step, how often that step is
 * survived.
 */
public final class CampaignStation implements PrintJournal {
    private static final int DEAD = 137;

    /** Where a station can die. */
    enum Step {
        BEFORE_INTENT,
        AFTER_INTENT,
        AFTER_BYTES,
        BEFORE_OUTCOME,
        HALFWAY_OUTCOME,
        AFTER_OUTCOME,
        NEVER
    }

    private final FileJournal journal;
    private final CampaignEnds ends;
    private final CampaignHistory history;
    private final Step deadly;
    private int lives;

    private CampaignStation(
            FileJournal journal,
            CampaignEnds ends,
            CampaignHistory history,
            Step deadly,
            int lives) {
        this.history = history;
        this.journal = journal;
        this.ends = ends;
        this.deadly = deadly;
        this.lives = lives;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        int labels = Integer.parseInt(args[2]);
        try (FileJournal journal = FileJournal.open(folder.resolve("journal"));
                CampaignEnds ends = CampaignEnds.open(folder);
                CampaignHistory history = new CampaignHistory(folder)) {
            Step step = Step.valueOf(args[3]);
            new CampaignStation(journal, ends, history, step, Integer.parseInt(args[4]))
                    .print(URI.create(args[1]), labels);
        }
    }

    private void print(URI address, int labels) throws IOException, InterruptedException {
        List<PrintIntent> open = journal.openIntents();
        open.forEach(intent -> note(intent.job(), "open, sent " + intent.sent()));
        CountDownLatch resolved = new CountDownLatch(open.size());
        try (PrintWorker worker = worker(address, resolved::countDown)) {
            worker.resolve(open);
            resolved.await();
        }
        Map<Integer, String> known = CampaignEnds.read(ends.folder());
        PrinterProfile profile = Printers.parse(address).profile();
        List<PrintJob> rest =
                IntStream.rangeClosed(1, labels)
                        .filter(number -> !CampaignEnds.settled(known.getOrDefault(number, "")))
                        .mapToObj(number -> CampaignLabel.job(profile, number))
                        .toList();
        CountDownLatch ended = new CountDownLatch(rest.size());
        try (PrintWorker worker = worker(address, ended::countDown)) {
            worker.submit(rest);
            ended.await();
        }
    }

    private PrintWorker worker(URI address, Runnable ended) {
        return new PrintWorker(
                Printers.parse(address),
                this,
                _ -> ended.run(),
                Clock.systemUTC(),
                new PrintTimings(
                        Duration.ofSeconds(1),
                        Duration.ofMillis(300),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(20),
                        Duration.ofMillis(100)),
                PrintWindow.STANDARD,
                document -> new Pressed(List.of(document.content()), List.of()));
    }

    private void note(PrintJob job, String what) {
        history.say(CampaignHistory.label(CampaignLabel.number(job)) + what);
    }

    @Override
    public void intents(List<PrintIntent> intents) {
        intents.forEach(intent -> note(intent.job(), "intent at count " + intent.countBefore()));
        dieAt(Step.BEFORE_INTENT);
        journal.intents(intents);
        dieAt(Step.AFTER_INTENT);
    }

    @Override
    public void sent(UUID jobId, long bytes) {
        journal.sent(jobId, bytes);
        dieAt(Step.AFTER_BYTES);
    }

    @Override
    public void outcomes(List<PrintResult> results) {
        results.forEach(result -> note(result.job(), result.outcome().toString()));
        dieAt(Step.BEFORE_OUTCOME);
        ends.write(results);
        dieAt(Step.HALFWAY_OUTCOME);
        journal.outcomes(results);
        dieAt(Step.AFTER_OUTCOME);
    }

    private synchronized void dieAt(Step step) {
        if (step == deadly && --lives < 0) {
            Runtime.getRuntime().halt(DEAD);
        }
    }
}
