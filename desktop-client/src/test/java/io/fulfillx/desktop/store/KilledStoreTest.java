package io.fulfillx.desktop.store;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

class KilledStoreTest {
    @TempDir Path home;

    @Test
    void killedInTheMiddleOfConfirmingNothingAcknowledgedIsLost()
            throws IOException, InterruptedException {
        long acknowledged = 0;
        for (int round = 0; round < 3; round++) {
            acknowledged = Math.max(acknowledged, killAfter(25 + round * 17));
            try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
                assertTrue(store.lastN() >= acknowledged);
                List<CommandEnvelope> rows = store.unsent(100_000).commands();
                assertEquals(store.lastN(), rows.getLast().n());
                assertEquals(rows.size(), rows.getLast().n(), "no gaps");
                int picked =
                        store.job(parcel(1))
                                .orElseThrow()
                                .work()
                                .line(line(1, "CUP", 1, "A").lineId())
                                .picked();
                assertEquals(store.lastN(), picked, "journal and state moved together");
            }
        }
    }

    private long killAfter(int acks) throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Confirming.class.getName(),
                                home.toString())
                        .redirectErrorStream(true)
                        .start();
        long last = 0;
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < acks; i++) {
                String line = out.readLine();
                if (line == null) {
                    throw new IOException("the child ended early");
                }
                if (!line.matches("[0-9]+")) {
                    throw new IOException("the child said: " + line);
                }
                last = Long.parseLong(line);
            }
            child.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.matches("[0-9]+")) {
                    last = Math.max(last, Long.parseLong(line));
                }
            }
        }
        child.waitFor();
        return last;
    }

    /** The child: confirms one unit after the other and says each number once it is durable. */
    static final class Confirming {
        private Confirming() {}

        public static void main(String[] args) {
            StationStore store = StationStore.open(Path.of(args[0]), Clock.systemUTC());
            store.apply(page(job(1, line(1, "CUP", 9_000, "A"))));
            var lineId = line(1, "CUP", 1, "A").lineId();
            while (true) {
                ParcelWork work = store.job(parcel(1)).orElseThrow().work();
                List<CommandEnvelope> written =
                        store.confirm(
                                StationChange.of(
                                        OPERATOR,
                                        work.with(lineId, work.line(lineId).pick(1)),
                                        new StationCommand.PickConfirmed(
                                                parcel(1), lineId, Quantity.ONE, "T1")));
                System.out.println(written.getFirst().n());
            }
        }
    }
}
