package io.fulfillx.scanner.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.scanner.SourceState;
import io.fulfillx.scanner.catalog.ScaleCatalog;
import io.fulfillx.scanner.virtual.VirtualScale;
import io.fulfillx.scanner.virtual.VirtualScaleVoices;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What every scale promises, whatever it speaks, against a virtual one of its kind. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
abstract class ScaleContract {
    @TempDir private Path folder;

    private VirtualScale device;
    private Scale scale;
    private final Readings readings = new Readings();

    /** The protocol's name in addresses and in the test kit. */
    abstract String protocol();

    /** The address of a scale that hangs on this file. */
    URI address(Path file) {
        return URI.create("serial:" + file + "?protocol=" + protocol());
    }

    /** Whether the host can set it to zero. */
    boolean obeys() {
        return true;
    }

    /** Whether it tells too much and too little from silence. */
    boolean tellsOverload() {
        return true;
    }

    Scale scale() {
        return scale;
    }

    VirtualScale device() {
        return device;
    }

    Readings readings() {
        return readings;
    }

    @BeforeEach
    void connect() throws IOException {
        device = VirtualScale.onPty(VirtualScaleVoices.of(protocol()));
        Path file = folder.resolve("scale");
        Files.createSymbolicLink(file, device.path());
        scale = ScaleCatalog.open(address(file), "scale");
        scale.start(readings);
    }

    @AfterEach
    void disconnect() {
        scale.close();
        device.close();
    }

    @Test
    void aLoadIsWeighedOnceItRests() throws Exception {
        readings.untilStable(0);
        device.load().settling(Duration.ofMillis(400));
        device.put(1_234);
        List<ScaleReading> seen = readings.untilStable(1_234);
        assertTrue(seen.stream().anyMatch(ScaleReading.Moving.class::isInstance), seen.toString());
        List<ScaleReading> weights =
                seen.stream().filter(ScaleReading.Stable.class::isInstance).distinct().toList();
        assertTrue(
                List.of(Readings.stable(0), Readings.stable(1_234)).containsAll(weights),
                "a swinging load was taken for a weight: " + weights);
    }

    @Test
    void tooMuchAndLessThanNothingAreNoWeights() throws Exception {
        readings.untilStable(0);
        device.put(-300);
        readings.until(ScaleReading.BelowZero.class);
        if (tellsOverload()) {
            device.put(31_000);
            readings.until(ScaleReading.Overload.class);
        }
        device.put(800);
        readings.untilStable(800);
    }

    @Test
    void zeroAndTareAreObeyedOrRefused() throws Exception {
        device.put(400);
        readings.untilStable(400);
        CommandOutcome zero = scale.zero();
        if (!obeys()) {
            assertInstanceOf(CommandOutcome.Refused.class, zero);
            return;
        }
        assertEquals(new CommandOutcome.Done(), zero);
        readings.forget();
        readings.untilStable(0);
        device.put(1_000);
        readings.untilStable(600);
        assertEquals(new CommandOutcome.Done(), scale.tare());
        readings.forget();
        readings.untilStable(0);
    }

    @Test
    void noiseAndPiecesChangeNoWeight() throws Exception {
        byte[] noise = new byte[24];
        new Random(11).nextBytes(noise);
        device.garbage(clean(noise));
        device.split(splits());
        device.put(2_500);
        List<ScaleReading> seen = readings.untilStable(2_500);
        assertTrue(
                seen.stream()
                        .filter(ScaleReading.Stable.class::isInstance)
                        .allMatch(
                                each ->
                                        each.equals(Readings.stable(0))
                                                || each.equals(Readings.stable(2_500))),
                seen.toString());
    }

    /** Noise that ends as a disturbed line does: with nothing that could begin a message. */
    byte[] clean(byte[] noise) {
        noise[noise.length - 1] = '\r';
        return noise;
    }

    boolean splits() {
        return true;
    }

    @Test
    void aScalePluggedInAgainIsBackWithinTwoSeconds() throws Exception {
        device.put(700);
        readings.untilStable(700);
        Path file = folder.resolve("scale");
        Files.delete(file);
        device.unplug();
        readings.until(new ScaleReading.Stale(ScaleReading.Reason.GONE)::equals, SECONDS_2);
        assertEquals(SourceState.MISSING, scale.state());
        assertTrue(scale.problem().isPresent());
        device.put(900);
        device.plugIn();
        Files.createSymbolicLink(file, device.path());
        readings.until(Readings.stable(900)::equals, SECONDS_2);
        assertEquals(SourceState.CONNECTED, scale.state());
    }

    static final Duration SECONDS_2 = Duration.ofSeconds(2);

    @Test
    void closingEndsItAtOnce() {
        long start = System.nanoTime();
        scale.close();
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(1).toNanos());
        assertEquals(SourceState.CLOSED, scale.state());
    }
}
