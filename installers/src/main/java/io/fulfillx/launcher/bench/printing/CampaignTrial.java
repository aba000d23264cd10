package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.process.Installation;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.virtual.FaultKind;
import io.fulfillx.printing.virtual.LabelSink;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One printer, its faults, and the stations that die and come back until all labels have an end.
 */
final class CampaignTrial {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double LABELS_PER_SECOND = 60;
    private static final int LABELS_BETWEEN_FAULTS = 40;

    /** What a printer can suffer; the numbers are drawn by the trial's seed. */
    private enum Trouble {
        CUT_AT_BYTE,
        DROP,
        POWER,
        PAPER_OUT,
        HEAD_OPEN,
        STALL,
        KILL
    }

    private final LabelLanguage language;
    private final String profile;
    private final boolean tcp;
    private final int labels;
    private final List<CampaignStation.Step> deaths;
    private final long seed;
    private final Path folder;
    private final Map<Integer, Integer> paper = new ConcurrentHashMap<>();
    private final List<String> findings = new ArrayList<>();
    private int troubles;
    private volatile boolean over;
    private volatile @Nullable Process station;
    private int kills;

    CampaignTrial(CampaignPlan plan, Path folder) {
        this.language = plan.language();
        this.profile = plan.profile();
        this.tcp = plan.tcp();
        this.labels = plan.labels();
        this.deaths = plan.deaths();
        this.seed = plan.seed();
        this.folder = folder;
    }

    CampaignTally run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (CampaignHistory history = new CampaignHistory(folder);
                VirtualPrinter printer = printer(history)) {
            printer.labelsPerSecond(LABELS_PER_SECOND);
            Thread saboteur = Thread.ofVirtual().start(() -> spoil(printer, history));
            print(printer.uri());
            over = true;
            saboteur.join();
            awaitRest(printer);
        }
        Map<Integer, String> ends = CampaignEnds.read(folder);
        for (int number : CampaignTally.wrong(ends, paper, labels)) {
            findings.add("label %d came out %d times".formatted(number, copies(number)));
            findings.addAll(CampaignHistory.about(folder, number));
        }
        return CampaignTally.of(ends, paper, labels, kills, troubles);
    }

    /** All that is known about labels that are lost or came out more than once. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    private int copies(int number) {
        return paper.getOrDefault(number, 0);
    }

    private VirtualPrinter printer(CampaignHistory history) throws IOException {
        var setup = VirtualPrinter.of(language).media(CampaignLabel.MEDIA);
        LabelSink sink = label -> out(CampaignLabel.read(language, label), history);
        return tcp ? setup.onTcp(0, sink) : setup.onPty(folder.resolve("tty"), sink);
    }

    /** Each thread has its own, so that the seed alone says what is drawn. */
    private Random random(String role) {
        return new Random(31 * seed + role.hashCode());
    }

    private void out(int number, CampaignHistory history) {
        history.say(CampaignHistory.label(number) + "on paper");
        paper.merge(number, 1, Integer::sum);
    }

    /** Starts stations that die at one step after the other, then some that live. */
    private void print(URI address) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Random lives = random("lives");
        int share = Math.max(1, labels / 14);
        for (int start = 0; System.nanoTime() < end; start++) {
            CampaignStation.Step step =
                    start < deaths.size() ? deaths.get(start) : CampaignStation.Step.NEVER;
            if (run(address, step, lives.nextInt(share)) == 0) {
                return;
            }
            kills++;
        }
        throw new IOException("the campaign on " + profile + " does not end");
    }

    private int run(URI address, CampaignStation.Step step, int lives)
            throws IOException, InterruptedException {
        Installation here = Installation.current();
        String classPath =
                here.classPath().stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        String printer = address + (address.toString().contains("?") ? "&" : "?");
        Process child =
                new ProcessBuilder(
                                here.java().toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx96m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath,
                                CampaignStation.class.getName(),
                                folder.toString(),
                                printer + "profile=" + profile,
                                Integer.toString(labels),
                                step.name(),
                                Integer.toString(lives))
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("station.log").toFile()))
                        .start();
        station = child;
        if (!child.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            child.destroyForcibly();
        }
        return child.waitFor();
    }

    private void spoil(VirtualPrinter printer, CampaignHistory history) {
        Random random = random("troubles");
        long next = 1L + random.nextInt(LABELS_BETWEEN_FAULTS);
        Trouble[] all = Trouble.values();
        try {
            while (!over) {
                Thread.sleep(2);
                if (printer.labelsPrinted() >= next) {
                    Trouble trouble = all[random.nextInt(all.length)];
                    troubles++;
                    history.say("printer: " + trouble);
                    strike(printer, trouble, random);
                    next = printer.labelsPrinted() + 1 + random.nextInt(2 * LABELS_BETWEEN_FAULTS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void strike(VirtualPrinter printer, Trouble trouble, Random random)
            throws InterruptedException {
        switch (trouble) {
            case CUT_AT_BYTE -> printer.cutAfter(1 + random.nextInt(2_000));
            case DROP -> printer.dropConnection();
            case POWER -> lasting(printer, FaultKind.POWER, 50 + random.nextInt(300));
            case PAPER_OUT -> lasting(printer, FaultKind.PAPER_OUT, 700 + random.nextInt(300));
            case HEAD_OPEN -> lasting(printer, FaultKind.HEAD_OPEN, 700 + random.nextInt(300));
            case STALL -> lasting(printer, FaultKind.STALL, 20 + random.nextInt(1_500));
            case KILL -> {
                Process living = station;
                if (living != null) {
                    living.destroyForcibly();
                }
            }
        }
    }

    private static void lasting(VirtualPrinter printer, FaultKind kind, int millis)
            throws InterruptedException {
        Duration time = Duration.ofMillis(millis);
        printer.strike(kind, time);
        Thread.sleep(time.plusMillis(100));
    }

    /** What a printer still holds comes out too. */
    private static void awaitRest(VirtualPrinter printer) throws InterruptedException {
        long before = -1;
        while (before != printer.labelsPrinted()) {
            before = printer.labelsPrinted();
            Thread.sleep(1_000);
        }
    }
}
