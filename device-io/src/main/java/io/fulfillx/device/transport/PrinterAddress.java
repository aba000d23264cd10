package io.fulfillx.device.transport;

import io.fulfillx.device.posix.LineSettings;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a printer is, read strictly from its one written form. */
public sealed interface PrinterAddress {
    /** Raw TCP. */
    record Tcp(String host, int port) implements PrinterAddress {}

    /**
     * A serial line.
     *
     * @param device a path, a Windows port name, or {@code usb:NUMBER} or {@code port:PATH}
     */
    record Serial(String device, LineSettings line) implements PrinterAddress {}

    /**
     * A printer on USB.
     *
     * @param device a path such as {@code /dev/usb/lp0}, a serial number, or {@code port:PATH}
     */
    record Usb(String device) implements PrinterAddress {}

    /** A queue of the operating system. */
    record Spool(String queue) implements PrinterAddress {
        public URI uri() {
            return URI.create("spool:" + AddressText.encoded(queue));
        }
    }

    /** A file that takes the bytes instead. */
    record ToFile(Path path) implements PrinterAddress {}

    /** Where printers take raw bytes. */
    int RAW_PORT = 9100;

    /** What a person may write, for messages. */
    String FORMS =
            "tcp://10.0.0.7:9100, serial:/dev/ttyUSB0?baud=115200, usb:SERIALNUMBER,"
                    + " usb:/dev/usb/lp0, spool:QUEUE or file:/PATH";

    /**
     * Reads what a person wrote.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong
     */
    static PrinterAddress parse(String text) {
        return parse(uri(text));
    }

    /**
     * What a person wrote as a URI, not yet known to be an address.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong
     */
    static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a printer address: one looks like " + FORMS, e);
        }
    }

    /**
     * @throws IllegalArgumentException with one sentence that says what is wrong
     */
    static PrinterAddress parse(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        AddressText text = new AddressText(uri, "printer");
        PrinterAddress address =
                switch (scheme) {
                    case "tcp" -> tcp(text.host(RAW_PORT));
                    case "serial" ->
                            new Serial(text.name("a port"), text.line(LineSettings.usual()));
                    case "usb" -> new Usb(text.name("a serial number or a device"));
                    case "spool" -> new Spool(queue(text));
                    case "file" -> new ToFile(file(text));
                    default -> throw text.wrong("one looks like " + FORMS);
                };
        text.refuseRest();
        return address;
    }

    private static Tcp tcp(InetSocketAddress host) {
        return new Tcp(host.getHostString(), host.getPort());
    }

    private static String queue(AddressText text) {
        String name = text.name("the name of a queue");
        if (name.startsWith("-") || name.contains("/")) {
            throw text.wrong("a queue's name has no '/' and does not begin with '-'");
        }
        return name;
    }

    private static Path file(AddressText text) {
        String name = text.name("a path");
        try {
            return Path.of(name.startsWith("///") ? name.substring(2) : name);
        } catch (InvalidPathException e) {
            throw text.wrong("this is no path here: " + e.getReason());
        }
    }
}
