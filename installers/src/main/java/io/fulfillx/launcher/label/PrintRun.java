package io.fulfillx.launcher.label;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.document.LabelPress;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.queue.FileJournal;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintOutcome;
import io.fulfillx.printing.queue.PrintResult;
import io.fulfillx.printing.queue.PrintTimings;
import io.fulfillx.printing.queue.PrintWindow;
import io.fulfillx.printing.queue.PrintWorker;
import io.fulfillx.printing.symbol.Promise;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Prints files on one printer and tells of every label. */
final class PrintRun {
    private static final long LOOK_MILLIS = 100;

    private final Printer printer;
    private final Duration patience;
    private final PrintWriter out;
    private final PrintWriter err;
    private final BlockingQueue<PrintResult> results = new LinkedBlockingQueue<>();
    private PrinterCondition told = PrinterCondition.READY;
    private boolean gaveUp;

    PrintRun(Printer printer, Duration patience, PrintWriter out, PrintWriter err) {
        this.printer = printer;
        this.patience = patience;
        this.out = out;
        this.err = err;
    }

    /** Whether every label came out. */
    boolean print(List<LabelInput> inputs, int copies, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String name = printer.address().toString().replaceAll("[^A-Za-z0-9]+", "-");
        try (FileJournal journal = FileJournal.open(folder.resolve(name + ".journal"));
                PrintWorker worker = worker(journal)) {
            lookInto(worker, journal.openIntents());
            Map<UUID, String> names = new LinkedHashMap<>();
            List<PrintJob> jobs = new ArrayList<>();
            for (LabelInput input : inputs) {
                for (int copy = 1; copy <= copies; copy++) {
                    PrintJob job = job(input, jobs.size() + 1);
                    jobs.add(job);
                    names.put(
                            job.jobId(),
                            input.file() + (copies > 1 ? " (" + copy + " of " + copies + ")" : ""));
                }
            }
            worker.submit(jobs);
            return await(worker, names);
        }
    }

    private PrintWorker worker(FileJournal journal) {
        LabelPress press = new LabelPress(printer.profile());
        Promise none = new Promise(Set.of());
        return new PrintWorker(
                printer,
                journal,
                results::add,
                Clock.systemUTC(),
                PrintTimings.standard(),
                PrintWindow.STANDARD,
                document -> press.press(document.content(), document.format(), none));
    }

    private static PrintJob job(LabelInput input, int number) {
        return new PrintJob(
                UUID.randomUUID(),
                new ParcelId(UUID.randomUUID()),
                new LabelDocument(
                        new TrackingNumber("FILE%06d".formatted(number)),
                        input.format(),
                        input.content()),
                1);
    }

    /** What an earlier run left unclear; looking never prints. */
    private void lookInto(PrintWorker worker, List<PrintIntent> open) throws InterruptedException {
        if (open.isEmpty()) {
            return;
        }
        err.println(
                "An earlier run was cut off at " + open.size() + " labels; asking the printer.");
        err.flush();
        worker.resolve(open);
        Map<UUID, String> names = new LinkedHashMap<>();
        open.forEach(intent -> names.put(intent.job().jobId(), "from an earlier run"));
        await(worker, names);
    }

    private boolean await(PrintWorker worker, Map<UUID, String> names) throws InterruptedException {
        gaveUp = false;
        int all = names.size();
        int ended = 0;
        boolean good = true;
        long lastNews = System.nanoTime();
        while (ended < all) {
            PrintResult result = results.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            tell(worker.state());
            if (result != null) {
                ended++;
                lastNews = System.nanoTime();
                good &= result.outcome() instanceof PrintOutcome.Printed;
                String name = names.getOrDefault(result.job().jobId(), "");
                out.println(ended + "/" + all + " " + name + ": " + words(result));
                out.flush();
            } else if (System.nanoTime() - lastNews > patience.toNanos()) {
                lastNews = System.nanoTime();
                gaveUp = true;
                if (names.keySet().stream().filter(worker::cancel).count() == 0) {
                    err.println("The labels that have left stay unclear. " + told.sentence());
                    err.flush();
                    return false;
                }
            }
        }
        return good;
    }

    private void tell(PrinterCondition now) {
        boolean news = now != told && now != PrinterCondition.PRINTING;
        if (news) {
            told = now;
            err.println(now.sentence());
            err.flush();
        }
    }

    private String words(PrintResult result) {
        return switch (result.outcome()) {
            case PrintOutcome.Printed(String evidence) -> "printed (" + evidence + ")";
            case PrintOutcome.NotPrinted(String reason) ->
                    "not printed: " + (gaveUp ? "given up. " + hint() : reason);
            case PrintOutcome.Unknown(String reason) -> "nobody knows: " + reason;
        };
    }

    /** A printer that never answers may simply speak another language. */
    private String hint() {
        return told == PrinterCondition.SILENT
                ? told.sentence() + " Does it speak " + printer.profile().language() + "?"
                : told.sentence();
    }
}
