package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.concurrent.TimeUnit;

class LinePaceTest {
    private static final long NOW = Long.MAX_VALUE - 5;

    private final LinePace line = LinePace.of(URI.create("serial:/dev/ttyS0?baud=9600&bits=8"));

    @Test
    void aQuestionWaitsForEverythingThatWasHandedOverBefore() {
        line.writing(960, NOW);
        line.writing(480, NOW + TimeUnit.MILLISECONDS.toNanos(500));
        line.written(NOW + TimeUnit.MILLISECONDS.toNanos(501));
        assertMillis(1_500, line.arrival(NOW + TimeUnit.MILLISECONDS.toNanos(600)));
    }

    @Test
    void aLineThatHasBeenFreeTakesAQuestionAtOnce() {
        assertMillis(0, line.arrival(NOW));
        line.writing(96, NOW);
        assertMillis(700, line.arrival(NOW + TimeUnit.MILLISECONDS.toNanos(700)));
    }

    @Test
    void aPrinterThatHeldTheLineUpHasItFreeWhenTheLastByteIsTaken() {
        line.writing(96, NOW);
        line.written(NOW + TimeUnit.MILLISECONDS.toNanos(800));
        assertMillis(800, line.arrival(NOW + TimeUnit.MILLISECONDS.toNanos(300)));
    }

    @Test
    void aNetworkTakesNoTime() {
        LinePace network = LinePace.of(URI.create("tcp://127.0.0.1:9100"));
        network.writing(1_000_000, NOW);
        assertMillis(0, network.arrival(NOW));
    }

    private static void assertMillis(long expected, long nanos) {
        assertEquals(expected, Math.round((nanos - NOW) / 1e6));
    }
}
