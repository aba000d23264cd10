package io.fulfillx.scanner.catalog;

import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.scanner.FoundDevice;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.ScannerAddress;
import io.fulfillx.scanner.ScannerKind;
import io.fulfillx.scanner.ScannerKind.Surroundings;
import io.fulfillx.scanner.hid.HidKind;
import io.fulfillx.scanner.serial.SerialKind;
import io.fulfillx.scanner.serial.TcpKind;

import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Opens scanners by address and lists those plugged in. A new kind is a row here. */
public final class ScannerCatalog {
    private static final List<ScannerKind> KINDS =
            List.of(new SerialKind(), new TcpKind(), new HidKind());

    private ScannerCatalog() {}

    /**
     * A source for the scanner, not yet started. Nothing is opened yet: the scanner may be plugged
     * in later.
     *
     * @param uri {@code serial:/dev/ttyACM0?baud=9600&framing=cr}, {@code serial:port:1-2:1.0},
     *     {@code serial:usb:NUMBER}, {@code tcp://host:port}, {@code hid:/dev/hidraw0} or {@code
     *     hid:port:1-3}
     * @param name what people call it; every scan carries it
     * @throws IllegalArgumentException with one sentence, when the address is none of these
     */
    public static ScanSource open(URI uri, String name, Clock clock) {
        return open(uri, name, new Surroundings(LocalDevices.ofThisMachine(), clock));
    }

    /** As above, among these devices. */
    public static ScanSource open(URI uri, String name, Surroundings surroundings) {
        ScannerAddress address = ScannerAddress.of(uri);
        return KINDS.stream()
                .filter(kind -> kind.scheme().equals(address.scheme()))
                .findFirst()
                .orElseThrow(() -> address.text().wrong("one looks like " + ScannerAddress.FORMS))
                .open(address, name, surroundings);
    }

    /** What is plugged in and may be a scanner, the surest ones first. */
    public static List<FoundDevice> found(LocalDevices devices) {
        return KINDS.reversed().stream().flatMap(kind -> kind.found(devices).stream()).toList();
    }
}
