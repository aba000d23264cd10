package io.fulfillx.device.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The transport of other systems, against a printer made of objects. */
class UsbTransportTest extends TransportContract {
    private PretendPrinter printer = new PretendPrinter("D2J1");

    @Override
    Device device() {
        printer = new PretendPrinter("D2J1");
        return printer;
    }

    @Override
    Transport open() throws TransportException {
        return UsbTransport.open(
                "D2J1", List.of(new PretendPrinter("X").device(), printer.device()));
    }

    @Test
    void theStandardRequestsTellStatusAndLanguage() throws TransportException {
        PortStatus port = (PortStatus) transport();
        assertEquals(List.of("EPL"), port.deviceId().commandSets());
        assertTrue(port.portStatus().paperEmpty());
    }

    @Test
    void oneNumberOnTwoPrintersIsRefused() {
        assertThrows(
                TransportException.class,
                () ->
                        UsbTransport.open(
                                "T",
                                List.of(
                                        new PretendPrinter("T").device(),
                                        new PretendPrinter("T").device())));
        assertThrows(TransportException.class, () -> UsbTransport.open("T", List.of()));
    }
}
