package io.fulfillx.printing.transport;

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

/** What every transport promises, against a device of its kind. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class TransportContract {
    static final Duration SECOND = Duration.ofSeconds(1);

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
        assertEquals(0, transport.read(Duration.ofMillis(100)).length);
        assertTrue(System.nanoTime() - start < SECOND.toNanos());
    }

    @Test
    void aDeviceThatStopsReadingFailsTheWriteAtTheDeadline() throws IOException {
        assumeTrue(transport.answers());
        byte[] endless = new byte[16 << 20];
        long start = System.nanoTime();
        TransportException stalled =
                assertThrows(
                        TransportException.class,
                        () -> transport.write(endless, Duration.ofMillis(300)));
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis >= 250 && millis < 1_500, millis + " ms");
        assertTrue(stalled.bytesWritten() < endless.length);
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
    void closingFromAnotherThreadEndsAWait() throws Exception {
        assumeTrue(transport.answers());
        Thread reader =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        transport.read(Duration.ofSeconds(30));
                                    } catch (TransportException e) {
                                        // Expected: closed while waiting.
                                    }
                                });
        Thread.sleep(50);
        transport.close();
        reader.join(Duration.ofSeconds(2));
        assertTrue(!reader.isAlive(), "the reader still waits");
    }
}
