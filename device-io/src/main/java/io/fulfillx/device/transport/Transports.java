package io.fulfillx.device.transport;

import io.fulfillx.device.posix.LineSettings;

import java.net.URI;
import java.time.Duration;

/** Opens a transport by its address. */
public final class Transports {
    private Transports() {}

    /**
     * Opens one of:
     *
     * <ul>
     *   <li>{@code tcp://host:9100}, the port may be left out;
     *   <li>{@code serial:/dev/ttyUSB0?baud=115200&flow=xonxoff&parity=none&bits=8&stop=1}, or
     *       {@code serial:COM3}, {@code serial:usb:NUMBER}, {@code serial:port:1-2:1.0}; all
     *       settings may be left out: 9600 8N1 with XON/XOFF;
     *   <li>{@code usb:NUMBER} by serial number, {@code usb:port:1-2:1.0} by place, {@code
     *       usb:/dev/usb/lp0};
     *   <li>{@code spool:QUEUE} of the operating system; {@code file:/PATH}.
     * </ul>
     *
     * A device named by number or place is looked up each time: it may have another path after it
     * was unplugged.
     *
     * @throws TransportException when it cannot be reached before the deadline
     * @throws IllegalArgumentException with one sentence, when the address is none of these
     */
    public static Transport open(URI uri, Duration deadline) throws TransportException {
        return new TransportOpener(LocalDevices.ofThisMachine(), Spooler.ofThisMachine())
                .open(PrinterAddress.parse(uri), deadline);
    }

    /**
     * Opens a serial port for this process alone.
     *
     * @param device a path, a Windows port name, or {@code usb:NUMBER} or {@code port:PATH}, which
     *     are looked up among the devices
     * @throws TransportException when it is not there, or another program uses it
     */
    public static Transport serial(String device, LineSettings line, LocalDevices devices)
            throws TransportException {
        return new TransportOpener(devices, Spooler.ofThisMachine()).serial(device, line);
    }

    /**
     * Connects by raw TCP.
     *
     * @throws TransportException when there is no answer before the deadline
     */
    public static Transport tcp(String host, int port, Duration deadline)
            throws TransportException {
        return TcpTransport.open(host, port, deadline);
    }

    /**
     * Opens a device that speaks in reports, for this process alone.
     *
     * @param device a path such as {@code /dev/hidraw0}, a serial number, or {@code port:PATH},
     *     which are looked up among the devices
     * @throws TransportException when it is not there, or another program uses it
     */
    public static HidTransport hid(String device, LocalDevices devices) throws TransportException {
        return new TransportOpener(devices, Spooler.ofThisMachine()).hid(device);
    }
}
