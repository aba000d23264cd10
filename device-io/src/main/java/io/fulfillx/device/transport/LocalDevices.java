package io.fulfillx.device.transport;

import io.fulfillx.device.posix.Terminal;

import java.util.List;
import java.util.Map;

/** What is plugged into this machine now. */
public interface LocalDevices {
    /** Serial ports with hardware behind them. */
    List<PluggedDevice> serialPorts();

    List<PluggedDevice> usbPrinters();

    /** Scanners, scales, keyboards and others that speak in reports. */
    default List<HidDevice> hidDevices() {
        return List.of();
    }

    /** Changes whenever a device comes or goes; cheap enough to be asked each second. */
    Map<String, String> fingerprint();

    static LocalDevices ofThisMachine() {
        return Terminal.supported() ? DeviceTree.ofThisMachine() : new PortableDevices();
    }
}
