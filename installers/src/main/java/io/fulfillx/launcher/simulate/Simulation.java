package io.fulfillx.launcher.simulate;

import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreDisk;
import io.fulfillx.desktop.store.StoreSurroundings;
import io.fulfillx.model.id.StationId;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Plays runs. Several may be played at once: each is one thread's own. */
final class Simulation implements AutoCloseable {
    private static final int STATIONS = 4;
    private static final int STEPS = 60;

    private final Path home = Disks.temporary();
    private final List<Path> templates = new ArrayList<>();
    private final AtomicLong runs = new AtomicLong();

    Simulation() {
        for (int i = 1; i <= STATIONS; i++) {
            templates.add(template(i));
        }
    }

    /** The disk of a station that was just enrolled. */
    private Path template(int number) {
        Path disk = home.resolve("station-" + number);
        SimClock clock = new SimClock(Instant.EPOCH);
        try (StationStore store =
                StationStore.open(
                        disk,
                        new StoreSurroundings(clock, new Random(number), StoreDisk.PASSING))) {
            StationId id = new StationId(new UUID(0x0190_0000_0000_7000L, number));
            store.identity(
                    new StationIdentity(
                            SimServer.ORG, id, "Bench " + number, "simulation", "secret"));
        }
        return disk;
    }

    /**
     * What came of a seed.
     *
     * @param broken which promise did not hold; empty when all did
     * @param story what happened until then
     */
    record Outcome(long seed, Optional<String> broken, List<String> story) {}

    Outcome play(long seed, Parts parts) {
        Path folder = home.resolve("run-" + runs.incrementAndGet());
        try (World world = new World(seed, parts, folder)) {
            int stations = 2 + (int) Math.floorMod(seed, (long) STATIONS - 1);
            for (int i = 1; i <= stations; i++) {
                world.enrol(templates.get(i - 1), i);
            }
            Optional<String> broken = Optional.empty();
            try {
                new Schedule(world).play(STEPS);
            } catch (Violation e) {
                broken = Optional.of(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                // A fault that nobody expects is one, too.
                broken = Optional.of("it failed: " + e);
            }
            return new Outcome(seed, broken, List.copyOf(world.story()));
        } finally {
            Disks.delete(folder);
        }
    }

    @Override
    public void close() {
        Disks.delete(home);
    }
}
