package io.fulfillx.device.transport;

import jssc.SerialPortList;

import net.codecrete.usb.Usb;
import net.codecrete.usb.UsbDevice;
import net.codecrete.usb.UsbException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What macOS and Windows tell about plugged devices. A USB printer without a number is left out.
 */
final class PortableDevices implements LocalDevices {
    private static final DeviceId UNTOLD = DeviceId.parse("");

    @Override
    public List<PluggedDevice> serialPorts() {
        return Arrays.stream(SerialPortList.getPortNames())
                .map(name -> new PluggedDevice(Path.of(name), name, name, "", "", UNTOLD))
                .toList();
    }

    @Override
    public List<PluggedDevice> usbPrinters() {
        try {
            return Usb.getDevices().stream()
                    .filter(device -> !number(device).isEmpty())
                    .filter(device -> UsbTransport.printer(device).isPresent())
                    .map(PortableDevices::printer)
                    .toList();
        } catch (UsbException e) {
            return List.of();
        }
    }

    private static PluggedDevice printer(UsbDevice device) {
        String number = number(device);
        String maker = Objects.requireNonNullElse(device.getManufacturer(), "");
        String product = Objects.requireNonNullElse(device.getProduct(), "");
        String name = (maker + " " + product).strip();
        return new PluggedDevice(Path.of(""), number, "", number, name, UNTOLD);
    }

    private static String number(UsbDevice device) {
        return Objects.requireNonNullElse(device.getSerialNumber(), "");
    }

    @Override
    public List<HidDevice> hidDevices() {
        return PortableHid.devices();
    }

    @Override
    public Map<String, String> fingerprint() {
        Map<String, String> seen = new HashMap<>();
        serialPorts().forEach(port -> seen.put(port.identity(), ""));
        usbPrinters().forEach(printer -> seen.put(printer.identity(), "usb"));
        return seen;
    }
}
