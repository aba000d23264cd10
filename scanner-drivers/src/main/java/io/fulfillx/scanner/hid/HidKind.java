package io.fulfillx.scanner.hid;

import io.fulfillx.device.hid.ReportDescriptor;
import io.fulfillx.device.transport.AddressText;
import io.fulfillx.device.transport.HidDevice;
import io.fulfillx.device.transport.HidTransport;
import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.device.transport.PluggedDevice;
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

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Scanners that speak in reports. */
public final class HidKind implements ScannerKind {
    /** The usage page of bar code scanners. */
    public static final int SCANNER_PAGE = 0x8C;

    private static final int DESKTOP_PAGE = 1;
    private static final int KEYBOARD = 6;

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
            return new ReportFraming(ReportLayout.of(descriptor(opened)));
        }

        private static ReportDescriptor descriptor(Transport opened) {
            return opened instanceof HidTransport hid
                    ? hid.descriptor()
                    : ReportDescriptor.unknown();
        }

        @Override
        public FeedbackCommands feedback(Transport opened) {
            return new TriggerReport(descriptor(opened));
        }
    }

    /** Those that speak in reports, then those that may be scanners playing keyboard. */
    @Override
    public List<FoundDevice> found(LocalDevices devices) {
        List<FoundDevice> found = new ArrayList<>();
        for (HidDevice device : devices.hidDevices()) {
            if (device.descriptor().speaks(SCANNER_PAGE)) {
                found.add(found("HID scanner", device.address(), device.plugged()));
            }
        }
        for (HidDevice device : devices.hidDevices()) {
            if (device.descriptor().is(DESKTOP_PAGE, KEYBOARD)) {
                URI address = URI.create(FoundDevice.KEYBOARD + ":" + device.plugged().place());
                found.add(found("keyboard or scanner", address, device.plugged()));
            }
        }
        return found;
    }

    private static FoundDevice found(String kind, URI address, PluggedDevice plugged) {
        return new FoundDevice(
                kind, address, plugged.file().toString(), plugged.place(), plugged.product());
    }
}
