package io.fulfillx.scanner.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.device.virtual.PluggedTree;
import io.fulfillx.scanner.FoundDevice;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.ScannerKind.Surroundings;
import io.fulfillx.scanner.SourceState;
import io.fulfillx.scanner.virtual.VirtualSerialScanner;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@EnabledOnOs(OS.LINUX)
@Timeout(20)
class ScannerCatalogTest {
    private static final byte[] SCANNER = HexFormat.of().parseHex("058c0902a101c0");
    private static final byte[] KEYBOARD = HexFormat.of().parseHex("05010906a101c0");
    private static final byte[] SCALE = HexFormat.of().parseHex("058d0920a101c0");

    @TempDir Path folder = Path.of("");

    private final BlockingQueue<Scan> scans = new LinkedBlockingQueue<>();

    private PluggedTree tree() {
        return new PluggedTree(folder);
    }

    @AfterEach
    void clear() throws IOException {
        tree().clear();
    }

    private ScanSource listen(String address, String name) throws InterruptedException {
        Surroundings surroundings = new Surroundings(tree().devices(), Clock.systemUTC());
        ScanSource source = ScannerCatalog.open(URI.create(address), name, surroundings);
        source.start(scans::add);
        await(source, SourceState.CONNECTED);
        return source;
    }

    private static void await(ScanSource source, SourceState state) throws InterruptedException {
        while (source.state() != state) {
            Thread.sleep(5);
        }
    }

    private String next() throws InterruptedException {
        Scan scan = scans.poll(3, TimeUnit.SECONDS);
        return scan == null ? "nothing" : scan.device() + " " + scan.text();
    }

    private VirtualSerialScanner plug(String file, String place) throws IOException {
        VirtualSerialScanner scanner = new VirtualSerialScanner(folder.resolve(file + ".link"));
        scanner.plugIn();
        tree().plugAdapter(file, place, "same number", scanner.path());
        return scanner;
    }

    @Test
    void twoEqualScannersAreToldApartByTheirPortsEvenWhenTheirFilesAreSwapped() throws Exception {
        VirtualSerialScanner left = plug("ttyACM0", "1-1");
        VirtualSerialScanner right = plug("ttyACM1", "1-2");
        ScanSource one = listen("serial:port:1-1:1.0", "left");
        ScanSource two = listen("serial:port:1-2:1.0", "right");
        left.scan("A1");
        assertEquals("left A1", next());
        right.scan("B1");
        assertEquals("right B1", next());
        tree().unplug("ttyACM0", "1-1");
        tree().unplug("ttyACM1", "1-2");
        left.close();
        right.close();
        await(one, SourceState.MISSING);
        await(two, SourceState.MISSING);
        VirtualSerialScanner rightAgain = plug("ttyACM0", "1-2");
        VirtualSerialScanner leftAgain = plug("ttyACM1", "1-1");
        await(one, SourceState.CONNECTED);
        await(two, SourceState.CONNECTED);
        leftAgain.scan("A2");
        assertEquals("left A2", next());
        rightAgain.scan("B2");
        assertEquals("right B2", next());
        one.close();
        two.close();
        leftAgain.close();
        rightAgain.close();
    }

    @Test
    void aPortThatAnotherProgramUsesIsMissingAndSaysSo() throws Exception {
        VirtualSerialScanner scanner = plug("ttyACM0", "1-1");
        ScanSource first = listen("serial:port:1-1:1.0", "first");
        Surroundings surroundings = new Surroundings(tree().devices(), Clock.systemUTC());
        ScanSource second =
                ScannerCatalog.open(URI.create("serial:port:1-1:1.0"), "second", surroundings);
        second.start(scans::add);
        while (second.problem().isEmpty()) {
            Thread.sleep(5);
        }
        assertTrue(second.problem().get().contains("another program uses the device"));
        assertEquals(SourceState.MISSING, second.state());
        second.close();
        first.close();
        scanner.close();
    }

    @Test
    void scannersForSureAreListedBeforeKeyboardsAndSerialPorts() throws Exception {
        tree().plugAdapter("ttyACM0", "1-1", "N1", Path.of("/dev/null"));
        tree().plugHid("hidraw0", "1-2", KEYBOARD, Path.of("/dev/null"));
        tree().plugHid("hidraw1", "1-3", SCANNER, Path.of("/dev/null"));
        tree().plugHid("hidraw2", "1-4", SCALE, Path.of("/dev/null"));
        List<FoundDevice> found = ScannerCatalog.found(tree().devices());
        assertEquals(
                List.of("HID scanner", "keyboard or scanner", "serial port"),
                found.stream().map(FoundDevice::kind).toList());
        assertEquals(URI.create("hid:port:1-3:1.0"), found.getFirst().address());
        assertEquals(URI.create("serial:usb:N1"), found.getLast().address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "ftp://host:1",
                "tcp://host",
                "serial:?baud=9600",
                "serial:/dev/x?speed=1",
                "serial:/dev/x?feedback=loud",
                "hid:/dev/hidraw0?baud=9600"
            })
    void aWrongAddressIsRefusedInOneSentence(String address) {
        URI uri = URI.create(address);
        IllegalArgumentException wrong =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ScannerCatalog.open(uri, "x", Clock.systemUTC()));
        assertTrue(String.valueOf(wrong.getMessage()).contains("is not a scanner address"));
    }
}
