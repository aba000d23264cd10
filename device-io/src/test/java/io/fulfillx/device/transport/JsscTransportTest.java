package io.fulfillx.device.transport;

import io.fulfillx.device.posix.LineSettings;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;

/** The transport of other systems, tried where pseudo-terminals are to be had. */
@EnabledOnOs(OS.LINUX)
class JsscTransportTest extends TransportContract {
    private SerialDevice device = new SerialDevice();

    @Override
    Device device() throws IOException {
        device = new SerialDevice();
        device.plugIn();
        return device;
    }

    @Override
    Transport open() throws IOException {
        return JsscTransport.open(device.path(), LineSettings.at(115_200));
    }
}
