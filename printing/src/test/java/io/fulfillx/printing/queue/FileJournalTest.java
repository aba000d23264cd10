package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.queue.PrintOutcome.Printed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class FileJournalTest {
    @TempDir private Path folder = Path.of("");

    private static PrintIntent intent(String name, long before) {
        return new PrintIntent(Bench.job(name), "tcp://127.0.0.1:9100", before, before, 1);
    }

    private static PrintResult printed(PrintIntent intent) {
        return new PrintResult(intent.job(), new Printed(Evidence.COUNTER), Instant.EPOCH);
    }

    private static List<UUID> ids(List<PrintIntent> intents) {
        return intents.stream().map(intent -> intent.job().jobId()).toList();
    }

    private FileJournal open() throws IOException {
        return FileJournal.open(folder.resolve("journal"));
    }

    @Test
    void intentsWithoutAnEndAreThereAfterARestartWithEverythingInThem() throws Exception {
        PrintIntent left = intent("Meier", 41);
        PrintIntent open = intent("Weber", 42);
        try (FileJournal journal = open()) {
            journal.intents(List.of(left, open));
            journal.sent(left.job().jobId(), 100);
            journal.outcomes(List.of(printed(left)));
        }
        try (FileJournal journal = open()) {
            PrintIntent found = journal.openIntents().getFirst();
            assertEquals(List.of(open.job().jobId()), ids(journal.openIntents()));
            assertEquals(42, found.countBefore());
            assertArrayEquals(open.job().document().content(), found.job().document().content());
        }
    }

    @Test
    void itIsKnownAfterARestartWhichLabelsWereHandedOver() throws Exception {
        PrintIntent left = intent("Meier", 41);
        PrintIntent waits = intent("Weber", 42);
        try (FileJournal journal = open()) {
            journal.intents(List.of(left, waits));
            journal.sent(left.job().jobId(), 100);
        }
        open().close();
        try (FileJournal journal = open()) {
            assertEquals(
                    List.of(true, false),
                    journal.openIntents().stream().map(PrintIntent::sent).toList());
        }
    }

    @Test
    void aTornTailIsDroppedWhereverItIsTorn() throws Exception {
        PrintIntent whole = intent("Meier", 1);
        PrintIntent torn = intent("Weber", 2);
        Path file = folder.resolve("journal");
        long end;
        try (FileJournal journal = open()) {
            journal.intents(List.of(whole));
            end = Files.size(file);
            journal.intents(List.of(torn));
        }
        byte[] all = Files.readAllBytes(file);
        for (int length = (int) end; length < all.length; length += 9) {
            Files.write(file, java.util.Arrays.copyOf(all, length));
            try (FileJournal journal = open()) {
                assertEquals(List.of(whole.job().jobId()), ids(journal.openIntents()));
            }
        }
    }

    @Test
    void damageBeforeTheEndIsRefusedBecauseItMayHideAPrint() throws Exception {
        try (FileJournal journal = open()) {
            journal.intents(List.of(intent("Meier", 1)));
            journal.intents(List.of(intent("Weber", 2)));
        }
        try (FileChannel file =
                FileChannel.open(folder.resolve("journal"), StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.wrap(new byte[] {'?'}), 60);
        }
        IOException refusal = assertThrows(IOException.class, this::open);
        assertTrue(String.valueOf(refusal.getMessage()).contains("damaged"), refusal.toString());
    }

    @Test
    void anIntentThatIsRepeatedReplacesTheFirst() throws Exception {
        PrintIntent first = intent("Meier", 1);
        PrintIntent again = new PrintIntent(first.job(), first.printer(), 9, 7L, 1);
        try (FileJournal journal = open()) {
            journal.intents(List.of(first));
            journal.intents(List.of(again));
            assertEquals(List.of(again), journal.openIntents());
        }
    }

    @Test
    void aSecondProgramIsTurnedAway() throws Exception {
        try (FileJournal journal = open()) {
            assertThrows(IOException.class, this::open);
            assertEquals(List.of(), journal.openIntents());
        }
    }

    @Test
    void endedJobsAreForgottenWhenItIsOpened() throws Exception {
        try (FileJournal journal = open()) {
            for (int i = 0; i < 100; i++) {
                PrintIntent intent = intent("number " + i, i);
                journal.intents(List.of(intent));
                journal.outcomes(List.of(printed(intent)));
            }
        }
        long before = Files.size(folder.resolve("journal"));
        open().close();
        assertTrue(Files.size(folder.resolve("journal")) < before / 100);
    }
}
