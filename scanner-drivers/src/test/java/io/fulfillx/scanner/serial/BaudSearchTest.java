package io.fulfillx.scanner.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.scanner.ScannerAddress;
import io.fulfillx.scanner.virtual.VirtualSerialScanner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A pseudo-terminal has no speed: the virtual scanner sends noise until the right one is tried. */
@EnabledOnOs(OS.LINUX)
@Timeout(10)
class BaudSearchTest {
    @TempDir Path folder = Path.of("");

    @Test
    void theSpeedIsFoundAtWhichTheKnownBarcodeArrives() throws IOException {
        List<Integer> tried = new ArrayList<>();
        try (VirtualSerialScanner scanner = new VirtualSerialScanner(folder.resolve("scanner"))) {
            scanner.plugIn();
            OptionalInt found =
                    BaudSearch.of(ScannerAddress.parse(scanner.address()), "KNOWN")
                            .run(
                                    LocalDevices.ofThisMachine(),
                                    Duration.ofMillis(150),
                                    baud -> {
                                        tried.add(baud);
                                        say(scanner, baud == 38_400 ? "KNOWN" : "\u0000~x");
                                    });
            assertEquals(OptionalInt.of(38_400), found);
        }
        assertEquals(List.of(9600, 115_200, 38_400), tried);
    }

    private static void say(VirtualSerialScanner scanner, String text) {
        try {
            scanner.scan(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void onlyASerialPortHasASpeed() {
        ScannerAddress network = ScannerAddress.parse("tcp://127.0.0.1:1");
        assertThrows(IllegalArgumentException.class, () -> BaudSearch.of(network, "KNOWN"));
    }
}
