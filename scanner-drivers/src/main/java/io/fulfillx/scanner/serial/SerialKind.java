package io.fulfillx.scanner.serial;

import io.fulfillx.device.posix.LineSettings;
import io.fulfillx.device.transport.AddressText;
import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.device.transport.Transports;
import io.fulfillx.scanner.FoundDevice;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.ScannerAddress;
import io.fulfillx.scanner.ScannerKind;
import io.fulfillx.scanner.feedback.FeedbackCommands;
import io.fulfillx.scanner.port.Framing;
import io.fulfillx.scanner.port.PortScanner;
import io.fulfillx.scanner.port.Wire;

import java.util.List;

/** Scanners on a serial port, real or by USB. */
public final class SerialKind implements ScannerKind {
    /** No flow control: a 0x13 inside a barcode would stop us. */
    private static final LineSettings USUAL = LineSettings.plain();

    @Override
    public String scheme() {
        return "serial";
    }

    @Override
    public ScanSource open(ScannerAddress address, String name, Surroundings surroundings) {
        AddressText text = address.text();
        String device = text.name("a port");
        LineSettings line = text.line(USUAL);
        FramingSettings framing = FramingSettings.of(text);
        FeedbackCommands commands = SerialFeedback.of(text);
        text.refuseRest();
        LocalDevices devices = surroundings.devices();
        return new PortScanner(
                name, new Port(device, line, devices, framing, commands), surroundings.clock());
    }

    private record Port(
            String device,
            LineSettings line,
            LocalDevices devices,
            FramingSettings settings,
            FeedbackCommands commands)
            implements Wire {
        @Override
        public Transport open() throws TransportException {
            return Transports.serial(device, line, devices);
        }

        @Override
        public Framing framing(Transport opened) {
            return new ByteFraming(settings);
        }

        @Override
        public FeedbackCommands feedback(Transport opened) {
            return commands;
        }
    }

    @Override
    public List<FoundDevice> found(LocalDevices devices) {
        return devices.serialPorts().stream()
                .map(
                        port ->
                                new FoundDevice(
                                        "serial port",
                                        port.serialAddress(),
                                        port.file().toString(),
                                        port.place(),
                                        port.product()))
                .toList();
    }
}
