package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.document.PressResult.Pressed;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.profile.Printers;
import io.fulfillx.printing.queue.FileJournal;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintTimings;
import io.fulfillx.printing.queue.PrintWindow;
import io.fulfillx.printing.queue.PrintWorker;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.virtual.VirtualPrinter;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Labels with pictures on a serial line come out at the speed of the paper. */
final class LabelsPerMinute implements Measure {
    private static final double TARGET = 58;
    private static final int BAUD = 115_200;
    private static final int INCHES_PER_SECOND = 6;

    @Override
    public String part() {
        return "speed";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        List<byte[]> labels = labels();
        double bytes = labels.stream().mapToInt(label -> label.length).average().orElse(0);
        double batch = perMinute(run, labels, run.quick() ? 20 : 60, PrintWindow.STANDARD);
        double single = perMinute(run, labels, run.quick() ? 8 : 20, PrintWindow.SINGLE);
        return List.of(
                BenchRow.atLeast("distinct labels per minute, as a batch", batch, "", TARGET),
                BenchRow.told("one label at a time", single, ""),
                BenchRow.told("bytes per label", bytes, ""));
    }

    private static List<byte[]> labels() throws IOException {
        List<Bitmap> pictures =
                new ArrayList<>(Corpus.samples().stream().map(Corpus.Sample::picture).toList());
        if (pictures.isEmpty()) {
            pictures.add(speckled());
        }
        LabelSetup setup = LabelSetup.of(Media.FOUR_BY_SIX, Dpi.DPI_203);
        return pictures.stream()
                .map(picture -> LabelLanguage.ZPL.encoder().encode(picture, setup))
                .toList();
    }

    /** About as many bytes as a carrier's label. */
    private static Bitmap speckled() {
        Bitmap picture = new Bitmap(812, 1_218);
        Random random = new Random(1);
        for (int i = 0; i < 4_500; i++) {
            picture.set(random.nextInt(812), random.nextInt(1_218), true);
        }
        return picture;
    }

    private static double perMinute(
            BenchRun run, List<byte[]> labels, int count, PrintWindow window) throws IOException {
        Path folder = run.folder();
        List<Long> out = new CopyOnWriteArrayList<>();
        CountDownLatch ended = new CountDownLatch(count);
        try (VirtualPrinter printer =
                        VirtualPrinter.of(LabelLanguage.ZPL)
                                .ips(INCHES_PER_SECOND)
                                .baud(BAUD)
                                .onPty(folder.resolve("tty"), _ -> out.add(System.nanoTime()));
                FileJournal journal = FileJournal.open(folder.resolve("journal-" + count));
                PrintWorker worker =
                        new PrintWorker(
                                Printers.parse(URI.create(printer.uri() + "&profile=zebra-zd421")),
                                journal,
                                _ -> ended.countDown(),
                                Clock.systemUTC(),
                                PrintTimings.standard(),
                                window,
                                document -> new Pressed(List.of(document.content()), List.of()))) {
            worker.submit(jobs(labels, count));
            if (!ended.await(5, TimeUnit.MINUTES)) {
                throw new IOException("the labels do not come out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        double seconds = (out.getLast() - out.getFirst()) / 1e9;
        return 60 * (out.size() - 1) / seconds;
    }

    /** Distinct: the pictures in turn, and no two jobs the same. */
    private static List<PrintJob> jobs(List<byte[]> labels, int count) {
        List<PrintJob> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LabelDocument document =
                    new LabelDocument(
                            new TrackingNumber("FXSPEED%06d".formatted(i)),
                            LabelFormat.ZPL,
                            labels.get(i % labels.size()));
            jobs.add(new PrintJob(UUID.randomUUID(), new ParcelId(UUID.randomUUID()), document, 1));
        }
        return jobs;
    }
}
