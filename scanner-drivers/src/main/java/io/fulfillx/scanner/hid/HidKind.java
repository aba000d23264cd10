package io.fulfillx.scanner.hid;

import io.fulfillx.device.hid.ReportDescriptor;
import io.fulfillx.device.transport.AddressText;
import io.fulfillx.device.transport.HidTransport;
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

/** Scanners that speak in reports. */
public final class HidKind implements ScannerKind {
    /** The usage page of bar code scanners. */
    public static final int SCANNER_PAGE = 0x8C;

    @Override
    public String scheme() {
        return "hid";
    }

    @Override
    public ScanSource open(ScannerAddress address, String name, Surroundings surroundings) {
        AddressText text = address.text();
        String device = text.name("a device");
        text.refuseRest();
        return new PortScanner(
                name, new Reports(device, surroundings.devices()), surroundings.clock());
    }

    private record Reports(String device, LocalDevices devices) implements Wire {
        @Override
        public HidTransport open() throws TransportException {
            return Transports.hid(device, devices);
        }

        @Override
        public Framing framing(Transport opened) {
            return new ReportFraming(
                    opened instanceof HidTransport hid
                            ? ReportLayout.of(hid.descriptor())
                            : ReportLayout.of(ReportDescriptor.unknown()));
        }

        @Override
        public FeedbackCommands feedback() {
            return FeedbackCommands.none();
        }
    }

    @Override
    public List<FoundDevice> found(LocalDevices devices) {
        return devices.hidDevices().stream()
                .filter(device -> device.descriptor().speaks(SCANNER_PAGE))
                .map(
                        device ->
                                new FoundDevice(
                                        "HID scanner",
                                        device.address(),
                                        device.plugged().file().toString(),
                                        device.plugged().place(),
                                        device.plugged().product()))
                .toList();
    }
}
