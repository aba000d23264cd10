package io.fulfillx.device.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.device.posix.LineSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class PrinterAddressTest {
    @Test
    void everyFormIsRead() {
        assertEquals(
                new PrinterAddress.Tcp("10.0.0.7", 9100), PrinterAddress.parse("tcp://10.0.0.7"));
        assertEquals(
                new PrinterAddress.Tcp("[::1]", 6101), PrinterAddress.parse("tcp://[::1]:6101/"));
        assertEquals(
                new PrinterAddress.Serial("/dev/ttyUSB0", LineSettings.usual()),
                PrinterAddress.parse("serial:/dev/ttyUSB0"));
        assertEquals(
                new PrinterAddress.Serial(
                        "COM3",
                        new LineSettings(
                                115_200, 7, LineSettings.Parity.EVEN, 2, LineSettings.Flow.RTSCTS)),
                PrinterAddress.parse(
                        "serial:COM3?baud=115200&bits=7&parity=even&stop=2&flow=rtscts"));
        assertEquals(new PrinterAddress.Usb("D2 J/1"), PrinterAddress.parse("usb:D2%20J/1"));
        assertEquals(
                new PrinterAddress.Usb("port:1-2.3:1.0"),
                PrinterAddress.parse("usb:port:1-2.3:1.0"));
        assertEquals(new PrinterAddress.Spool("Zebra_1"), PrinterAddress.parse("spool:Zebra_1"));
        assertEquals(
                new PrinterAddress.ToFile(Path.of("/tmp/a")),
                PrinterAddress.parse("file:///tmp/a"));
        assertEquals(new PrinterAddress.ToFile(Path.of("a b")), PrinterAddress.parse("file:a%20b"));
    }

    @Test
    void aNameKeepsItsOddCharactersInAnAddress() {
        String odd = "A+B C/?#:%20ä";
        PluggedDevice device =
                new PluggedDevice(Path.of("/dev/x"), odd, "", odd, "", DeviceId.parse(""));
        assertEquals(new PrinterAddress.Usb(odd), PrinterAddress.parse(device.usbAddress()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zebra",
                "10.0.0.7:9100",
                "http://10.0.0.7",
                "tcp:10.0.0.7",
                "tcp://",
                "tcp://host:0",
                "tcp://host:70000",
                "tcp://host/queue",
                "tcp://me@host",
                "tcp://host?speed=1",
                "tcp://host#1",
                "serial:",
                "serial:?baud=9600",
                "serial:/dev/ttyS0?baud=9601",
                "serial:/dev/ttyS0?baud=",
                "serial:/dev/ttyS0?baud",
                "serial:/dev/ttyS0?baud=9600&baud=9600",
                "serial:/dev/ttyS0?flow=maybe",
                "serial:/dev/ttyS0?bits=9",
                "serial:/dev/ttyS0?colour=red",
                "usb:",
                "usb://host/lp0",
                "spool:",
                "spool:-o",
                "spool:a/b",
                "file:",
                "usb:two words"
            })
    void rubbishIsRefusedInOneSentence(String text) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> PrinterAddress.parse(text))
                        .toString();
        assertTrue(message.contains("is not a printer address"), message);
        assertFalse(message.contains("\n"), message);
    }
}
