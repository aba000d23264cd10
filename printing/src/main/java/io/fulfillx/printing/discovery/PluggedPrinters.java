package io.fulfillx.printing.discovery;

import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.device.transport.PluggedDevice;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What hangs on this machine's own USB and serial ports. */
public final class PluggedPrinters implements PrinterSource {
    private final LocalDevices devices;

    public PluggedPrinters(LocalDevices devices) {
        this.devices = devices;
    }

    @Override
    public String name() {
        return "USB and serial ports";
    }

    @Override
    public List<FoundPrinter> look(Duration limit) {
        return now();
    }

    /** As {@link #look}, which never has to wait here. */
    List<FoundPrinter> now() {
        List<FoundPrinter> found = new ArrayList<>();
        for (PluggedDevice printer : devices.usbPrinters()) {
            found.add(found(printer, printer.usbAddress(), "USB printer"));
        }
        for (PluggedDevice port : devices.serialPorts()) {
            found.add(found(port, port.serialAddress(), "serial port"));
        }
        return found;
    }

    private static FoundPrinter found(PluggedDevice device, URI address, String kind) {
        String file = device.file().toString();
        return new FoundPrinter(
                device.identity(),
                address,
                file.isEmpty() ? kind : kind + " " + file,
                model(device),
                SpokenLanguage.of(device.id()).orElse(null));
    }

    private static @Nullable String model(PluggedDevice device) {
        return device.product().isEmpty() ? null : device.product();
    }
}
