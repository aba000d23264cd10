package io.fulfillx.device.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.device.hid.ReportDescriptor;
import io.fulfillx.device.posix.LineSettings;
import io.fulfillx.device.virtual.PluggedTree;
import io.fulfillx.device.virtual.PseudoTerminal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** No kernel driver is to be had here: a pseudo-terminal plays the device's file. */
@EnabledOnOs(OS.LINUX)
@Timeout(10)
class HidFileTransportTest {
    private static final byte[] SCANNER = HexFormat.of().parseHex("058c0902a101c0");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir Path folder = Path.of("");

    @AfterEach
    void clear() throws IOException {
        new PluggedTree(folder).clear();
    }

    @Test
    void everyByteOfAReportArrivesBothWays() throws IOException {
        byte[] report = new byte[64];
        for (int i = 0; i < report.length; i++) {
            report[i] = (byte) i;
        }
        try (PseudoTerminal device = PseudoTerminal.open(LineSettings.plain());
                HidTransport port =
                        Transports.hid(device.path().toString(), LocalDevices.ofThisMachine())) {
            device.write(report);
            assertArrayEquals(report, port.read(SECOND));
            port.write(report, SECOND);
            assertArrayEquals(report, device.read(SECOND));
            assertEquals(ReportDescriptor.unknown(), port.descriptor());
        }
    }

    @Test
    void aDeviceIsFoundByItsPlaceWithWhatItSaysOfItself() throws IOException {
        try (PseudoTerminal device = PseudoTerminal.open(LineSettings.plain())) {
            PluggedTree tree = new PluggedTree(folder);
            tree.plugHid("hidraw3", "1-4", SCANNER, device.path());
            DeviceTree devices = tree.devices();
            HidDevice found = devices.hidDevices().getFirst();
            assertTrue(found.descriptor().speaks(0x8C));
            assertEquals("hid:port:1-4:1.0", found.address().toString());
            try (HidTransport port = Transports.hid("port:1-4", devices)) {
                device.write(new byte[] {2, 1});
                assertArrayEquals(new byte[] {2, 1}, port.read(SECOND));
            }
            assertTrue(devices.fingerprint().toString().contains("hidraw3"));
            tree.unplug("hidraw3", "1-4");
            assertEquals(List.of(), devices.hidDevices());
            assertThrows(TransportException.class, () -> Transports.hid("port:1-4", devices));
        }
    }

    @Test
    void aHangUpIsToldOnceItIsThere() throws IOException {
        PseudoTerminal device = PseudoTerminal.open(LineSettings.plain());
        try (HidTransport port =
                Transports.hid(device.path().toString(), LocalDevices.ofThisMachine())) {
            device.close();
            assertThrows(TransportException.class, () -> port.read(SECOND));
        }
    }
}
