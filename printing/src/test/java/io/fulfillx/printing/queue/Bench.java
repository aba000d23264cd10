package io.fulfillx.printing.queue;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfiles;
import io.fulfillx.printing.virtual.LabelSink;
import io.fulfillx.printing.virtual.PrintedLabel;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** A packing bench: a worker, its journal in memory, and the labels lying in the tray. */
final class Bench implements PrintJournal, LabelSink, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    static final PrintTimings QUICK =
            new PrintTimings(
                    Duration.ofMillis(500),
                    Duration.ofMillis(150),
                    Duration.ofMillis(500),
                    Duration.ofMillis(700),
                    Duration.ofMillis(3_000),
                    Duration.ofMillis(20),
                    Duration.ofMillis(50));

    private static final PrinterProfile GENERIC = PrinterProfiles.generic(LabelLanguage.ZPL);

    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final List<PrintIntent> intents = new CopyOnWriteArrayList<>();
    private final List<PrintedLabel> printed = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<UUID, PrintOutcome> outcomes = new ConcurrentHashMap<>();
    private volatile Runnable onIntent = () -> {};
    private @Nullable PrintWorker worker;

    void connect(URI printer) {
        worker =
                new PrintWorker(
                        new Printer(printer, GENERIC),
                        this,
                        result -> outcomes.put(result.job().jobId(), result.outcome()),
                        Clock.systemUTC(),
                        QUICK);
    }

    PrintWorker worker() {
        return Objects.requireNonNull(worker);
    }

    /** The program ends without another word to anybody. */
    void crash() {
        worker().close();
    }

    void onIntent(Runnable action) {
        onIntent = action;
    }

    static PrintJob job(String name) {
        String zpl = "^XA^CI28^FO30,30^A0N,30,30^FD" + name + "^FS^FO30,90^GB700,3,3^FS^XZ\n";
        LabelDocument document =
                new LabelDocument(
                        new TrackingNumber("1ZTEST00001"),
                        LabelFormat.ZPL,
                        zpl.getBytes(StandardCharsets.UTF_8));
        return new PrintJob(UUID.randomUUID(), new ParcelId(UUID.randomUUID()), document, 1);
    }

    PrintJob submit(String name) {
        PrintJob job = job(name);
        worker().submit(job);
        return job;
    }

    List<PrintJob> submitMany(int count) {
        return submitMany(count, "number ");
    }

    List<PrintJob> submitMany(int count, String name) {
        List<PrintJob> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(submit(name + i));
        }
        return jobs;
    }

    PrintOutcome outcome(PrintJob job) throws InterruptedException {
        await("an outcome", () -> outcomes.containsKey(job.jobId()));
        return Objects.requireNonNull(outcomes.get(job.jobId()));
    }

    void awaitState(PrinterCondition state) throws InterruptedException {
        await(state + ", not " + worker().state(), () -> worker().state() == state);
    }

    private static void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.sleep(2);
        }
    }

    static byte[] trimmed(PrintJob job) {
        return text(job.document().content()).strip().getBytes(StandardCharsets.UTF_8);
    }

    static String name(PrintJob job) {
        return name(job.document().content());
    }

    private static String name(byte[] zpl) {
        return text(zpl).replaceAll("(?s).*\\^FD(.*?)\\^FS.*", "$1");
    }

    private static String text(byte[] zpl) {
        return new String(zpl, StandardCharsets.UTF_8);
    }

    List<PrintedLabel> printed() {
        return printed;
    }

    List<String> printedNames() {
        return printed.stream().map(label -> name(label.bytes())).toList();
    }

    List<PrintIntent> intents() {
        return intents;
    }

    List<String> journal() {
        return journal;
    }

    @Override
    public void intents(List<PrintIntent> more) {
        more.forEach(_ -> journal.add("intent"));
        intents.addAll(more);
        onIntent.run();
    }

    @Override
    public void outcomes(List<PrintResult> results) {
        results.forEach(_ -> journal.add("outcome"));
    }

    @Override
    public void label(PrintedLabel label) {
        printed.add(label);
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }
}
