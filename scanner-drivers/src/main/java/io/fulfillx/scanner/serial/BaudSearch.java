package io.fulfillx.scanner.serial;

import io.fulfillx.device.posix.LineSettings;
import io.fulfillx.device.transport.AddressText;
import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.device.transport.Transports;
import io.fulfillx.scanner.ScannerAddress;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * Finds the speed of a scanner on a serial port, while a known barcode is scanned again and again.
 */
public final class BaudSearch {
    /** As scanners leave the works, the likeliest first. */
    private static final List<Integer> USUAL =
            List.of(9600, 115_200, 38_400, 19_200, 57_600, 4800, 2400, 1200);

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final String device;
    private final LineSettings line;
    private final String known;

    private BaudSearch(String device, LineSettings line, String known) {
        this.device = device;
        this.line = line;
        this.known = known;
    }

    /**
     * @param known the text of the barcode
     * @throws IllegalArgumentException with one sentence, when this is not a serial port
     */
    public static BaudSearch of(ScannerAddress address, String known) {
        AddressText text = address.text();
        if (!address.scheme().equals("serial")) {
            throw text.wrong("only a serial port has a speed to be found");
        }
        return new BaudSearch(text.name("a port"), text.line(LineSettings.plain()), known);
    }

    /**
     * Listens at each speed.
     *
     * @param each how long; somebody must scan within that time
     * @param trying told each speed before
     * @return empty when the text arrived at none
     * @throws TransportException when the port cannot be opened
     */
    public OptionalInt run(LocalDevices devices, Duration each, IntConsumer trying)
            throws TransportException {
        for (int baud : USUAL) {
            trying.accept(baud);
            if (arrives(devices, baud, each)) {
                return OptionalInt.of(baud);
            }
        }
        return OptionalInt.empty();
    }

    private boolean arrives(LocalDevices devices, int baud, Duration each)
            throws TransportException {
        LineSettings at =
                new LineSettings(baud, line.bits(), line.parity(), line.stopBits(), line.flow());
        long end = System.nanoTime() + each.toNanos();
        try (Transport port = Transports.serial(device, at, devices)) {
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            while (System.nanoTime() < end) {
                heard.writeBytes(port.read(GLANCE));
                if (heard.toString(StandardCharsets.ISO_8859_1).contains(known)) {
                    return true;
                }
            }
            return false;
        }
    }
}
