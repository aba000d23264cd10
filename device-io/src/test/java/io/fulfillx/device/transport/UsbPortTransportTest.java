package io.fulfillx.device.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.device.virtual.PluggedTree;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

@EnabledOnOs(OS.LINUX)
class UsbPortTransportTest extends TransportContract {
    private static final String ZEBRA = "MFG:Zebra;MDL:ZD421;CMD:ZPL;SN:D2J1;";

    @TempDir Path root = Path.of("");
    private SerialDevice device = new SerialDevice();

    @Override
    Device device() throws IOException {
        device = plugged();
        tree().plugPrinter("lp0", "1-2", ZEBRA, Path.of(device.path()));
        return device;
    }

    @AfterEach
    void clear() throws IOException {
        tree().clear();
    }

    private static SerialDevice plugged() throws IOException {
        SerialDevice device = new SerialDevice();
        device.plugIn();
        return device;
    }

    private PluggedTree tree() {
        return new PluggedTree(root);
    }

    @Override
    Transport open() throws IOException {
        return open("usb:D2J1");
    }

    private Transport open(String address) throws TransportException {
        return new TransportOpener(tree().devices(), new CupsSpooler(List.of()))
                .open(PrinterAddress.parse(address), SECOND);
    }

    @Test
    void thePrinterTellsItsLanguageByItsPort() {
        PortStatus printer = (PortStatus) transport();
        assertEquals(List.of("ZPL"), printer.deviceId().commandSets());
        // A terminal stands in for the printer here, and has no such status.
        assertThrows(TransportException.class, printer::portStatus);
    }

    @Test
    void aPrinterIsFoundByItsPlaceToo() throws IOException {
        transport().close();
        try (Transport printer = open("usb:port:1-2")) {
            printer.write(new byte[] {'A'}, SECOND);
            assertArrayEquals(new byte[] {'A'}, device.received(1));
        }
    }

    @Test
    void twoPrintersWithOneNumberAreToldApartByTheirPlace() throws IOException {
        try (SerialDevice twin = plugged()) {
            tree().plugPrinter("lp1", "1-3", ZEBRA, Path.of(twin.path()));
            TransportException unclear =
                    assertThrows(TransportException.class, () -> open("usb:D2J1"));
            assertTrue(unclear.toString().contains("port:1-2:1.0"), unclear.toString());
            assertEquals(
                    List.of("port:1-2:1.0", "port:1-3:1.0"),
                    tree().devices().usbPrinters().stream().map(PluggedDevice::identity).toList());
            try (Transport second = open("usb:port:1-3:1.0")) {
                second.write(new byte[] {'2'}, SECOND);
            }
            assertArrayEquals(new byte[] {'2'}, twin.received(1));
        }
    }

    @Test
    void anAdapterIsFoundAgainUnderAnotherName() throws IOException {
        try (SerialDevice adapter = plugged()) {
            Path target = Path.of(adapter.path());
            tree().plugAdapter("ttyUSB0", "2-1", "FT12", target);
            open("serial:usb:FT12?baud=9600").close();
            tree().unplug("ttyUSB0", "2-1");
            TransportException gone =
                    assertThrows(TransportException.class, () -> open("serial:usb:FT12"));
            assertTrue(gone.toString().contains("'FT12' is not plugged in"), gone.toString());
            tree().plugAdapter("ttyUSB1", "2-4", "FT12", target);
            try (Transport found = open("serial:usb:FT12")) {
                assertTrue(found.description().endsWith("ttyUSB1"), found.description());
                assertEquals(0, found.read(Duration.ZERO).length);
            }
        }
    }
}
