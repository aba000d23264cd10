package io.fulfillx.printing.transport;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.net.URI;

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
}
