package io.fulfillx.device.transport;

import io.fulfillx.device.posix.Terminal;

import java.util.List;
import java.util.Map;

/** The serial ports and USB printers that are plugged into this machine now. */
public interface LocalDevices {
    /** Serial ports with hardware behind them. */
    List<PluggedDevice> serialPorts();

    List<PluggedDevice> usbPrinters();

    /** Changes whenever a device comes or goes; cheap enough to be asked each second. */
    Map<String, String> fingerprint();

    static LocalDevices ofThisMachine() {
        return Terminal.supported() ? DeviceTree.ofThisMachine() : new PortableDevices();
    }
}
