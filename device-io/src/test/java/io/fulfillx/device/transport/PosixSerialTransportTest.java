package io.fulfillx.device.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

@EnabledOnOs(OS.LINUX)
class PosixSerialTransportTest extends TransportContract {
    private SerialDevice device = new SerialDevice();

    @Override
    Device device() throws IOException {
        device = new SerialDevice();
        device.plugIn();
        return device;
    }

    @Override
    Transport open() throws IOException {
        return Transports.open(URI.create("serial:" + device.path() + "?baud=115200"), SECOND);
    }

    @Test
    void xoffStopsUsAndXonLetsUsGoOn() throws IOException {
        try (Device printer = device();
                Transport transport = open()) {
            printer.say(new byte[] {0x13});
            assertThrows(
                    TransportException.class,
                    () -> transport.write(new byte[64], Duration.ofMillis(30)));
            printer.say(new byte[] {0x11});
            transport.write(new byte[] {'A'}, SECOND);
            assertArrayEquals(new byte[] {'A'}, printer.received(1));
        }
    }

    @Test
    void withoutFlowControlEveryByteIsData() throws IOException {
        device = new SerialDevice();
        device.plugIn();
        URI uri = URI.create("serial:" + device.path() + "?flow=none&parity=even&bits=7&stop=2");
        try (Device printer = device;
                Transport transport = Transports.open(uri, SECOND)) {
            printer.say(new byte[] {0x13, 'B'});
            transport.write(new byte[] {'A'}, SECOND);
            assertArrayEquals(new byte[] {'A'}, printer.received(1));
        }
    }

    @Test
    void twoCannotHaveOnePort() throws IOException {
        try (Device printer = device()) {
            try (Transport first = open()) {
                TransportException refused = assertThrows(TransportException.class, this::open);
                assertTrue(refused.toString().contains("another program"), refused.toString());
                assertTrue(first.answers());
            }
            open().close();
            assertEquals(0, printer.received(0).length);
        }
    }
}
