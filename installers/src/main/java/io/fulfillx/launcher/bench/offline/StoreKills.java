package io.fulfillx.launcher.bench.offline;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.process.Installation;
import io.fulfillx.launcher.process.JavaProgram;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Kills a program that works in the store, again and again, and counts what it kept. */
final class StoreKills implements Measure {
    private static final int KILLS = 200;
    private static final int KILLS_QUICK = 20;
    private static final int MOST_ACTS = 60;

    @Override
    public String part() {
        return "kills";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        int kills = run.quick() ? KILLS_QUICK : KILLS;
        Path home = run.folder().resolve("killed");
        SplittableRandom random = new SplittableRandom();
        DiskStep.Promise promised = DiskStep.Promise.NONE;
        int kept = 0;
        for (int i = 0; i < kills; i++) {
            promised = workAndDie(home, random.nextInt(1, MOST_ACTS), promised);
            Optional<String> broken = StoreWork.broken(home, promised);
            broken.ifPresent(what -> run.progress().say("LOST " + what));
            kept += broken.isEmpty() ? 1 : 0;
        }
        return List.of(
                BenchRow.told("kill -9 of the store's program", kills, "kills"),
                BenchRow.told("acts promised before them", (double) promised.acts(), "acts"),
                BenchRow.atLeast("kills, kept / promised", (double) kept / kills, "", 1));
    }

    private static DiskStep.Promise workAndDie(Path home, int acts, DiskStep.Promise before)
            throws IOException {
        JavaProgram program =
                JavaProgram.small("store", Worker.class.getName(), List.of(home.toString()));
        Process child =
                new ProcessBuilder(Installation.current().command(program))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        DiskStep.Promise promised = before;
        try (BufferedReader said = child.inputReader(StandardCharsets.US_ASCII)) {
            for (int heard = 0; ; heard++) {
                if (heard == acts) {
                    // Not the process itself: that would close what it said last.
                    child.toHandle().destroyForcibly();
                }
                String line = said.readLine();
                if (line == null) {
                    break;
                }
                String[] parts = line.split(" ", 2);
                promised =
                        new DiskStep.Promise(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
            }
            child.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            child.destroyForcibly();
        }
        return promised;
    }

    /** The program that dies: says how many acts and prints are durable, after each. */
    static final class Worker {
        private Worker() {}

        public static void main(String[] args) {
            StationStore store = StationStore.open(Path.of(args[0]), Clock.systemUTC());
            StoreWork.begin(store);
            int prints = StoreWork.prints(store);
            for (int i = 1; true; i++) {
                long acts = StoreWork.pick(store);
                if (i % 10 == 0) {
                    StoreWork.print(store, ++prints);
                }
                System.out.println(acts + " " + prints);
            }
        }
    }
}
