package io.fulfillx.scanner.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.device.virtual.PluggedTree;
import io.fulfillx.scanner.FoundDevice;
import io.fulfillx.scanner.catalog.ScaleCatalog;
import io.fulfillx.scanner.virtual.VirtualScale;
import io.fulfillx.scanner.virtual.VirtualScaleVoices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class WireScaleTest {
    @TempDir private Path folder;
    private final Readings readings = new Readings();

    @ParameterizedTest
    @ValueSource(strings = {"stream", "sics", "nci", "toledo", "cas"})
    void findsTheProtocolByItself(String protocol) throws Exception {
        try (VirtualScale device = VirtualScale.onPty(VirtualScaleVoices.of(protocol));
                Scale scale = ScaleCatalog.open(device.address(), "scale")) {
            device.put(3_210);
            scale.start(readings);
            readings.until(Readings.stable(3_210)::equals, Duration.ofSeconds(10));
        }
    }

    @Test
    void weighsOverTheNetworkAndConnectsAgain() throws Exception {
        try (VirtualScale device = VirtualScale.onTcp(VirtualScaleVoices.of("nci"), 0)) {
            device.put(4_536);
            URI address = URI.create(device.address() + "?protocol=nci");
            try (Scale first = ScaleCatalog.open(address, "scale")) {
                first.start(readings);
                readings.untilStable(4_536);
            }
            readings.forget();
            try (Scale second = ScaleCatalog.open(address, "scale")) {
                second.start(readings);
                readings.untilStable(4_536);
            }
        }
    }

    @Test
    void staysWithItsPlaceWhateverTheFileIsNamed() throws Exception {
        PluggedTree tree = new PluggedTree(folder);
        try (VirtualScale mine = VirtualScale.onPty(VirtualScaleVoices.of("sics"));
                VirtualScale other = VirtualScale.onPty(VirtualScaleVoices.of("sics"))) {
            mine.put(1_111);
            other.put(2_222);
            tree.plugAdapter("ttyUSB0", "1-1", "", other.path());
            tree.plugAdapter("ttyUSB1", "1-2", "", mine.path());
            URI address = URI.create("serial:port:1-2:1.0?protocol=sics");
            try (Scale scale = ScaleCatalog.open(address, "scale", tree.devices())) {
                scale.start(readings);
                readings.untilStable(1_111);
                tree.unplug("ttyUSB1", "1-2");
                tree.unplug("ttyUSB0", "1-1");
                mine.unplug();
                readings.until(ScaleReading.Stale.class);
                mine.plugIn();
                tree.plugAdapter("ttyUSB0", "1-2", "", mine.path());
                tree.plugAdapter("ttyUSB1", "1-1", "", other.path());
                readings.until(Readings.stable(1_111)::equals, Duration.ofSeconds(2));
            }
        } finally {
            tree.clear();
        }
    }

    @Test
    void aSilentScaleHasNoWeightAnyMore() throws Exception {
        try (VirtualScale device = VirtualScale.onPty(VirtualScaleVoices.of("sics"));
                Scale scale = sics(device)) {
            device.put(500);
            scale.start(readings);
            readings.untilStable(500);
            device.mute(true);
            readings.until(new ScaleReading.Stale(ScaleReading.Reason.SILENT)::equals, SOON);
            assertTrue(scale.problem().orElse("").contains("sics"), scale.problem().toString());
            device.mute(false);
            readings.untilStable(500);
        }
    }

    @Test
    void digitsThatNeverChangeWhileMovingAreFrozen() throws Exception {
        try (VirtualScale device = VirtualScale.onPty(VirtualScaleVoices.of("sics"));
                Scale scale = sics(device)) {
            device.load().settling(Duration.ofSeconds(60));
            device.put(500);
            device.load().freeze(true);
            scale.start(readings);
            readings.until(
                    new ScaleReading.Stale(ScaleReading.Reason.FROZEN)::equals,
                    Duration.ofSeconds(6));
        }
    }

    @Test
    void aScaleThatDoesNotGoToZeroSaysSo() throws Exception {
        try (VirtualScale device = VirtualScale.onPty(VirtualScaleVoices.of("stream"));
                Scale scale =
                        ScaleCatalog.open(
                                URI.create(device.address() + "?protocol=stream"), "scale")) {
            device.put(500);
            scale.start(readings);
            readings.untilStable(500);
            device.load().freeze(true);
            assertTrue(scale.zero() instanceof CommandOutcome.Refused);
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        for (String wrong :
                List.of(
                        "serial:/dev/ttyUSB0?protocol=telepathy",
                        "serial:/dev/ttyUSB0?unit=stone",
                        "serial:/dev/ttyUSB0?colour=red",
                        "tcp://host:99999",
                        "usb:1234",
                        "hid:")) {
            IllegalArgumentException told =
                    assertThrows(IllegalArgumentException.class, () -> ScaleCatalog.address(wrong));
            assertTrue(String.valueOf(told.getMessage()).contains("scale address"), wrong);
        }
    }

    @Test
    void listsWhatMayBeAScale() throws Exception {
        PluggedTree tree = new PluggedTree(folder);
        tree.plugAdapter("ttyUSB3", "1-4", "", Path.of("/dev/null"));
        List<FoundDevice> found = ScaleCatalog.found(tree.devices());
        assertEquals(List.of("port:1-4:1.0"), found.stream().map(FoundDevice::place).toList());
        tree.clear();
    }

    private static final Duration SOON = Duration.ofSeconds(3);

    private static Scale sics(VirtualScale device) {
        return ScaleCatalog.open(URI.create(device.address() + "?protocol=sics"), "scale");
    }
}
