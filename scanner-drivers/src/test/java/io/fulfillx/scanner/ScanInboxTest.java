package io.fulfillx.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.scanner.ScanListener.After;
import io.fulfillx.scanner.ScanListener.Refusal;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class ScanInboxTest {
    private final List<String> heard = new ArrayList<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private ScanInbox inbox = inbox(ScanPolicy.holding());

    /** A scan that ends with "!" changes the work in hand. */
    private final class Packer implements ScanListener {
        @Override
        public After scanned(Scan scan) {
            heard.add(scan.text());
            return scan.text().endsWith("!") ? After.NEXT_WORK : After.SAME_WORK;
        }

        @Override
        public void refused(Scan scan, Refusal why) {
            heard.add(scan.text() + " " + why);
        }

        @Override
        public void duplicate(Scan scan) {
            heard.add(scan.text() + " twice");
        }
    }

    /** A scanner that remembers what it was told. */
    private static final class Beeper implements ScanSource {
        private final List<Feedback> told = new ArrayList<>();

        @Override
        public String name() {
            return "left";
        }

        @Override
        public SourceState state() {
            return SourceState.CONNECTED;
        }

        @Override
        public void start(Consumer<Scan> sink) {
            // It never scans by itself.
        }

        @Override
        public boolean feedback(Feedback feedback) {
            return told.add(feedback);
        }

        @Override
        public void close() {
            told.clear();
        }
    }

    private ScanInbox inbox(ScanPolicy policy) {
        return new ScanInbox(new Packer(), Runnable::run, policy);
    }

    private void scan(String device, String text, long millis) {
        inbox.accept(new Scan(device, text, Optional.empty(), Instant.ofEpochMilli(millis)));
    }

    private void scan(String text) {
        scan("left", text, 0);
    }

    @Test
    void aDoubleReadOfOneDeviceIsDroppedAndTold() {
        scan("left", "A", 0);
        scan("left", "A", 119);
        assertEquals(List.of("A", "A twice"), heard);
        assertEquals(1, inbox.counts().duplicates());
    }

    @Test
    void theSameItemScannedTwiceByHandCountsTwice() {
        scan("left", "A", 0);
        scan("left", "A", 120);
        assertEquals(2, inbox.counts().delivered());
    }

    @Test
    void twoDevicesDoNotDisturbEachOther() {
        scan("left", "A", 0);
        scan("right", "A", 1);
        scan("left", "B", 2);
        assertEquals(List.of("A", "A", "B"), heard);
    }

    @Test
    void afterAScanThatChangesTheWorkNothingIsDelivered() {
        inbox.arm("order 1");
        scan("last!");
        scan("early");
        assertEquals(List.of("last!"), heard);
        assertFalse(inbox.isArmed());
        assertEquals(1, inbox.counts().waiting());
    }

    @Test
    void aScanAimedAtTheOldWorkNeverLandsInTheNext() {
        inbox.arm("order 1");
        scan("last!");
        scan("early");
        inbox.arm("order 2");
        scan("right");
        assertEquals(List.of("last!", "early OTHER_WORK", "right"), heard);
    }

    @Test
    void aScanThatBeganInTheOldWorkNeverLandsInTheNext() {
        inbox.arm("order 1");
        String aim = inbox.aim();
        inbox.arm("order 2");
        inbox.accept(Scan.of("wedge", "slow", Instant.EPOCH), aim);
        inbox.accept(Scan.of("wedge", "right", Instant.EPOCH), inbox.aim());
        assertEquals(List.of("slow OTHER_WORK", "right"), heard);
    }

    @Test
    void scansThatWaitedForTheSameWorkAreDeliveredInOrder() {
        inbox.arm("order 1");
        inbox.disarm();
        scan("A");
        scan("B");
        scan("C");
        assertEquals(List.of(), heard);
        inbox.arm("order 1");
        assertEquals(List.of("A", "B", "C"), heard);
    }

    @Test
    void whatWaitsBehindAnotherChangeWaitsOn() {
        inbox.arm("order 1");
        inbox.disarm();
        scan("A!");
        scan("B");
        inbox.arm("order 1");
        assertEquals(List.of("A!"), heard);
        inbox.arm("order 2");
        assertEquals(List.of("A!", "B OTHER_WORK"), heard);
    }

    @Test
    void whoeverDoesNotWaitRefusesAtOnceAndBeeps() {
        inbox = inbox(ScanPolicy.refusing());
        Beeper scanner = new Beeper();
        inbox.attach(scanner);
        inbox.arm("order 1");
        scan("last!");
        scan("early");
        assertEquals(List.of("last!", "early NOT_READY"), heard);
        assertEquals(List.of(Feedback.BAD), scanner.told);
        inbox.arm("order 2");
        scan("right");
        assertEquals("right", heard.getLast());
    }

    @Test
    void scansThatCameDuringTheChangingScanAreNotForTheNextWork() {
        inbox = new ScanInbox(new Packer(), later::add, ScanPolicy.holding());
        inbox.arm("order 1");
        scan("last!");
        scan("early");
        runLater();
        assertEquals(List.of("last!"), heard);
        inbox.arm("order 2");
        runLater();
        assertEquals(List.of("last!", "early OTHER_WORK"), heard);
    }

    private void runLater() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    @Test
    void aListenerThatArmsByItselfIsArmed() {
        List<String> screens = new ArrayList<>();
        List<ScanInbox> made = new ArrayList<>();
        inbox =
                new ScanInbox(
                        scan -> {
                            screens.add(scan.text());
                            made.getFirst().arm("after " + scan.text());
                            return After.NEXT_WORK;
                        },
                        Runnable::run,
                        ScanPolicy.holding());
        made.add(inbox);
        scan("A");
        scan("B");
        assertEquals(List.of("A", "B"), screens);
    }

    @Test
    void tooManyWaitingScansAreRefused() {
        inbox.disarm();
        for (int i = 0; i <= ScanPolicy.holding().mostHeld(); i++) {
            scan("item " + i);
        }
        assertEquals(List.of("item 100 TOO_MANY"), heard);
    }

    @Test
    void closingRefusesWhatStillWaits() {
        inbox.disarm();
        scan("A");
        inbox.close();
        scan("B");
        assertEquals(List.of("A CLOSED"), heard);
        assertEquals(2, inbox.counts().refused());
    }

    @Test
    void everyScanEndsOnceWhateverHappensMeanwhile() throws InterruptedException {
        ExecutorService screen = Executors.newSingleThreadExecutor();
        inbox = new ScanInbox(new Packer(), screen, ScanPolicy.holding());
        List<Thread> hands = new ArrayList<>();
        for (int hand = 0; hand < 3; hand++) {
            String device = "device " + hand;
            hands.add(Thread.ofPlatform().start(() -> work(device)));
        }
        for (int order = 0; order < 200; order++) {
            inbox.arm("order " + order);
            Thread.sleep(1);
            inbox.disarm();
        }
        for (Thread hand : hands) {
            hand.join();
        }
        inbox.close();
        screen.shutdown();
        assertTrue(screen.awaitTermination(5, TimeUnit.SECONDS));
        ScanCounts counts = inbox.counts();
        assertEquals(900, counts.received());
        assertEquals(0, counts.waiting());
        assertEquals(900, counts.delivered() + counts.refused() + counts.duplicates());
        assertEquals(900, heard.size());
    }

    private void work(String device) {
        Random random = new Random(device.hashCode());
        for (int i = 0; i < 300; i++) {
            scan(device, "item " + i + (random.nextInt(5) == 0 ? "!" : ""), i * 1_000L);
        }
    }
}
