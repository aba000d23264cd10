package io.fulfillx.device.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What every transport promises, against a device of its kind. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class TransportContract {
    static final Duration SECOND = Duration.ofSeconds(1);

    /** More than any device takes before it must be read. */
    private static final byte[] ENDLESS = new byte[16 << 20];

    /** The promise is 50 ms late at most; a busy machine running tests is given more. */
    private static final long LATE_MILLIS = 500;

    /** The device at the other end. */
    interface Device extends AutoCloseable {
        /** Everything the transport has sent, as soon as there is that much. */
        byte[] received(int count) throws IOException;

        void say(byte[] bytes) throws IOException;

        /** The plug is pulled or the connection reset. */
        void vanish() throws IOException;

        @Override
        void close() throws IOException;
    }

    abstract Device device() throws IOException;

    abstract Transport open() throws IOException;

    private Device device;
    private Transport transport;

    Transport transport() {
        return transport;
    }

    @BeforeEach
    void connect() throws IOException {
        device = device();
        transport = open();
    }

    @AfterEach
    void disconnect() throws IOException {
        transport.close();
        device.close();
    }

    @Test
    void everyByteArrivesUnchanged() throws IOException {
        byte[] label = new byte[3_000];
        new Random(7).nextBytes(label);
        for (int i = 0; i < label.length; i++) {
            // Those two would be flow control on a serial line.
            label[i] = label[i] == 0x11 || label[i] == 0x13 ? 0 : label[i];
        }
        transport.write(label, SECOND);
        assertArrayEquals(label, device.received(label.length));
    }

    @Test
    void whatTheDeviceSaysIsRead() throws IOException {
        assumeTrue(transport.answers());
        device.say(new byte[] {2, 'O', 'K', 3});
        assertArrayEquals(new byte[] {2, 'O', 'K', 3}, transport.read(SECOND));
    }

    @Test
    void readingFromASilentDeviceEndsInTime() throws IOException {
        long start = System.nanoTime();
        assertEquals(0, transport.read(Duration.ofMillis(30)).length);
        assertTrue(millisSince(start) < 30 + LATE_MILLIS);
    }

    @Test
    void aDeviceThatStopsReadingFailsTheWriteAtTheDeadline() {
        assumeTrue(transport.answers());
        long start = System.nanoTime();
        TransportException stalled =
                assertThrows(
                        TransportException.class,
                        () -> transport.write(ENDLESS, Duration.ofMillis(60)));
        long millis = millisSince(start);
        assertTrue(millis >= 50 && millis < 60 + LATE_MILLIS, millis + " ms");
        assertTrue(stalled.bytesWritten() < ENDLESS.length);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void aVanishedDeviceIsNoticedWhenReading() throws IOException {
        assumeTrue(transport.answers());
        device.vanish();
        assertThrows(
                TransportException.class,
                () -> {
                    for (int i = 0; i < 20; i++) {
                        transport.read(Duration.ofMillis(50));
                    }
                });
    }

    @Test
    void writingToAVanishedDeviceFails() throws IOException {
        assumeTrue(transport.answers());
        device.vanish();
        assertThrows(
                TransportException.class,
                () -> {
                    for (int i = 0; i < 20; i++) {
                        transport.write(new byte[64], Duration.ofMillis(20));
                    }
                });
    }

    @Test
    void closingFromAnotherThreadEndsARead() throws Exception {
        assumeTrue(transport.answers());
        assertEndsByClosing(() -> transport.read(Duration.ofSeconds(30)));
    }

    @Test
    void closingFromAnotherThreadEndsAStalledWrite() throws Exception {
        assumeTrue(transport.answers());
        assertEndsByClosing(() -> transport.write(ENDLESS, Duration.ofSeconds(30)));
    }

    private interface Call {
        void run() throws TransportException;
    }

    private void assertEndsByClosing(Call call) throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                call.run();
                            } catch (TransportException e) {
                                failed.countDown();
                            }
                        });
        Thread.sleep(30);
        transport.close();
        assertTrue(failed.await(LATE_MILLIS, TimeUnit.MILLISECONDS), "still waits");
    }

    @Test
    void closingTwiceIsAsGoodAsOnce() {
        transport.close();
        transport.close();
    }
}
