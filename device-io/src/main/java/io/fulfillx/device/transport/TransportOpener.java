package io.fulfillx.device.transport;

import io.fulfillx.device.posix.LineSettings;
import io.fulfillx.device.posix.Terminal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Opens what an address names on one machine. A new kind of transport is a line here. */
final class TransportOpener {
    private static final String USB = "usb:";

    private final LocalDevices devices;
    private final Spooler spooler;

    TransportOpener(LocalDevices devices, Spooler spooler) {
        this.devices = devices;
        this.spooler = spooler;
    }

    Transport open(PrinterAddress address, Duration deadline) throws TransportException {
        return switch (address) {
            case PrinterAddress.Tcp(String host, int port) ->
                    TcpTransport.open(host, port, deadline);
            case PrinterAddress.Serial(String device, LineSettings line) -> serial(device, line);
            case PrinterAddress.Usb(String device) -> usb(device);
            case PrinterAddress.Spool(String queue) ->
                    SpoolTransport.open(spooler, queue, deadline);
            case PrinterAddress.ToFile(Path path) -> FileTransport.open(path);
        };
    }

    Transport serial(String device, LineSettings line) throws TransportException {
        if (!Terminal.supported()) {
            return JsscTransport.open(device, line);
        }
        return PosixSerialTransport.open(serialPath(device), line);
    }

    private Path serialPath(String device) throws TransportException {
        if (device.startsWith(USB)) {
            return DeviceTree.find(devices.serialPorts(), device.substring(USB.length()));
        }
        return device.startsWith(PluggedDevice.PORT)
                ? DeviceTree.find(devices.serialPorts(), device)
                : Path.of(device);
    }

    HidTransport hid(String device) throws TransportException {
        if (!Terminal.supported()) {
            return PortableHid.open(device);
        }
        return HidFileTransport.open(hidPath(device));
    }

    private Path hidPath(String device) throws TransportException {
        if (device.startsWith("/")) {
            return Path.of(device);
        }
        List<PluggedDevice> plugged =
                devices.hidDevices().stream().map(HidDevice::plugged).toList();
        return DeviceTree.find(plugged, device);
    }

    private Transport usb(String device) throws TransportException {
        if (!Terminal.supported()) {
            return UsbTransport.open(device);
        }
        List<PluggedDevice> printers = devices.usbPrinters();
        Path path = device.startsWith("/") ? Path.of(device) : DeviceTree.find(printers, device);
        DeviceId told =
                printers.stream()
                        .filter(printer -> printer.file().equals(path))
                        .map(PluggedDevice::id)
                        .findFirst()
                        .orElseGet(() -> DeviceId.parse(""));
        return UsbPortTransport.open(path, told);
    }
}
