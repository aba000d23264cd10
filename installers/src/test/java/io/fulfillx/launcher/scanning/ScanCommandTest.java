package io.fulfillx.launcher.scanning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.wire.Json;
import io.fulfillx.scanner.virtual.VirtualHidScanner;
import io.fulfillx.scanner.virtual.VirtualScanner;
import io.fulfillx.scanner.virtual.VirtualSerialScanner;
import io.fulfillx.scanner.virtual.VirtualTcpScanner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

@EnabledOnOs(OS.LINUX)
@Timeout(20)
class ScanCommandTest {
    @TempDir Path folder = Path.of("");

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(complained))
                .execute(arguments);
    }

    private VirtualScanner scanner(String wire) {
        return switch (wire) {
            case "serial" -> new VirtualSerialScanner(folder.resolve("scanner"));
            case "hid" -> new VirtualHidScanner(folder.resolve("scanner"));
            default -> new VirtualTcpScanner();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial", "tcp", "hid"})
    void eachScanIsALineWithItsMeaning(String wire) throws IOException {
        try (VirtualScanner scanner = scanner(wire)) {
            scanner.plugIn();
            Thread.ofVirtual().start(() -> scanTwice(scanner));
            int code =
                    run(new ScanCommand(), "--device", scanner.address(), "--count=2", "--wait=5");
            assertEquals(0, code, complained.toString());
        }
        String[] lines = said.toString().split("\n", -1);
        JsonNode first = Json.mapper().readTree(lines[0]);
        assertEquals("]C1", first.path("aimId").asText());
        assertEquals("product", first.path("meaning").path("kind").asText());
        assertEquals("(01)09521234543213(21)A", first.path("meaning").path("gs1").asText());
        JsonNode second = Json.mapper().readTree(lines[1]);
        assertEquals("own", second.path("meaning").path("kind").asText());
    }

    private static void scanTwice(VirtualScanner scanner) {
        try {
            Thread.sleep(500);
            scanner.scan("]C1010952123454321321A");
            scanner.scan("FXT1");
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aScannerThatIsNotThereIsOneSentenceAndOne() {
        assertEquals(1, run(new ScanCommand(), "--device", "serial:/dev/nothing"));
        assertEquals(
                "fulfillx: serial:/dev/nothing: open /dev/nothing: no such device",
                complained.toString().strip());
    }

    @Test
    void aPortInUseIsOneSentenceAndOne() throws IOException, InterruptedException {
        try (VirtualScanner scanner = scanner("serial")) {
            scanner.plugIn();
            String address = scanner.address();
            AtomicBoolean seen = new AtomicBoolean();
            // Whoever looks at the port has it for a moment, so the reader may have to try again.
            Thread reader =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        while (!seen.get()) {
                                            run(new ScanCommand(), "--device", address, "--wait=3");
                                        }
                                    });
            assertEquals(0, untilBusy(address));
            seen.set(true);
            reader.join();
            assertTrue(complained.toString().contains("another program uses"));
        }
    }

    private int untilBusy(String address) {
        for (int i = 0; i < 1_000; i++) {
            if (run(new ScannersCommand(), address) == 1
                    && said.toString().contains("another program uses")) {
                complained.append(said.toString());
                return 0;
            }
        }
        return 1;
    }

    @Test
    void noScanInTimeIsOne() throws IOException {
        try (VirtualScanner scanner = scanner("serial")) {
            scanner.plugIn();
            assertEquals(1, run(new ScanCommand(), "--device", scanner.address(), "--wait=1"));
            assertTrue(complained.toString().contains("no scan has come for 1 seconds"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "tcp://host", "serial:/dev/x?speed=1", "two words"})
    void aWrongAddressIsWrongUse(String address) {
        assertEquals(2, run(new ScanCommand(), "--device", address));
    }

    @Test
    void aNamedScannerIsShownWithItsState() throws IOException {
        try (VirtualScanner scanner = scanner("serial")) {
            scanner.plugIn();
            assertEquals(0, run(new ScannersCommand(), "--json", scanner.address()));
            JsonNode line = Json.mapper().readTree(said.toString());
            assertTrue(line.path("ready").asBoolean());
            assertEquals(scanner.address(), line.path("address").asText());
        }
    }
}
