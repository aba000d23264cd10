package io.fulfillx.launcher.bench.offline;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Records what the station's store asks of the disk, cuts the recording at a random step as a power
 * cut would, and opens what may then be on the disk: everything promised before must be there. The
 * same with a disk that does not sync must lose something, or nothing was proved.
 */
final class PowerCuts implements Measure {
    private static final int IMAGES = 500;
    private static final int IMAGES_QUICK = 60;
    private static final int ACTS = 400;

    /** No call of SQLite: written and synced before the store is made. */
    private static final String KEY = "station.key";

    /**
     * What the images of one recording showed.
     *
     * @param examples what the first broken ones lost
     */
    record Outcome(int images, int kept, List<String> examples) {
        Outcome {
            examples = List.copyOf(examples);
        }
    }

    @Override
    public String part() {
        return "power-cuts";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) {
            run.progress().say("SQLite's calls can be recorded on Linux only");
            return List.of();
        }
        int images = run.quick() ? IMAGES_QUICK : IMAGES;
        long seed = Long.getLong("fulfillx.power.seed", System.nanoTime());
        run.progress().say("to repeat it: -Dfulfillx.power.seed=" + seed);
        Outcome safe = play(run.folder().resolve("syncs"), true, images, seed);
        safe.examples().forEach(each -> run.progress().say("LOST " + each));
        Outcome unsafe = play(run.folder().resolve("no-syncs"), false, images, seed);
        return List.of(
                BenchRow.told("power cuts, images", safe.images(), "images"),
                BenchRow.atLeast(
                        "power cuts, kept / promised", (double) safe.kept() / images, "", 1),
                BenchRow.atLeast(
                        "the same without syncs, broken", images - unsafe.kept(), "images", 1));
    }

    /**
     * @param folder where the store and its images are made; does not exist yet
     * @param syncs false for a disk that says "done" to each sync and does nothing
     */
    static Outcome play(Path folder, boolean syncs, int images, long seed) throws IOException {
        Path home = Files.createDirectories(folder.resolve("store")).toRealPath();
        List<DiskStep> steps = record(home, syncs, seed);
        SplittableRandom random = new SplittableRandom(seed);
        int kept = 0;
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            int cut = random.nextInt(steps.size() + 1);
            CrashImage image = CrashImage.after(steps.subList(0, cut));
            Path disk = Files.createDirectory(folder.resolve("image-" + i));
            image.write(disk, random);
            Files.copy(home.resolve(KEY), disk.resolve(KEY));
            Optional<String> broken = StoreWork.broken(disk, image.promise());
            if (broken.isEmpty()) {
                kept++;
                delete(disk);
            } else if (examples.size() < 5) {
                examples.add("step " + cut + ", " + disk + ": " + broken.get());
            }
        }
        return new Outcome(images, kept, examples);
    }

    private static List<DiskStep> record(Path home, boolean syncs, long seed) throws IOException {
        warmUp(home.resolveSibling("warm"));
        DiskTape tape = new DiskTape(home, syncs);
        SplittableRandom random = new SplittableRandom(seed);
        long acts = 0;
        int prints = 0;
        try (var _ = DiskRecorder.start(tape)) {
            while (acts < ACTS) {
                try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
                    StoreWork.begin(store);
                    for (int i = random.nextInt(1, ACTS / 4); i > 0; i--) {
                        acts = StoreWork.pick(store);
                        tape.add(promise(acts, prints));
                        if (random.nextInt(12) == 0) {
                            StoreWork.print(store, ++prints);
                            tape.add(promise(acts, prints));
                        }
                        if (random.nextInt(40) == 0) {
                            sweep(home);
                        }
                    }
                }
            }
        }
        return tape.steps();
    }

    private static DiskStep promise(long acts, int prints) {
        return new DiskStep.Acknowledged(new DiskStep.Promise(acts, prints));
    }

    /** The library must be loaded before its calls can be found. */
    private static void warmUp(Path home) {
        try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
            StoreWork.begin(store);
        }
    }

    /** Moves the log into the main file, as the store itself does from time to time. */
    private static void sweep(Path home) throws IOException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("pragma synchronous=FULL");
            statement.execute("pragma wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            throw new IOException("the log was not moved", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
