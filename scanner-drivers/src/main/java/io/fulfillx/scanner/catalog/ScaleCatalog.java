package io.fulfillx.scanner.catalog;

import io.fulfillx.device.posix.LineSettings;
import io.fulfillx.device.posix.LineSettings.Flow;
import io.fulfillx.device.posix.LineSettings.Parity;
import io.fulfillx.device.transport.AddressText;
import io.fulfillx.device.transport.HidDevice;
import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.device.transport.PluggedDevice;
import io.fulfillx.device.transport.Transports;
import io.fulfillx.scanner.FoundDevice;
import io.fulfillx.scanner.scale.MassUnit;
import io.fulfillx.scanner.scale.Scale;
import io.fulfillx.scanner.scale.protocol.CasProtocol;
import io.fulfillx.scanner.scale.protocol.HidProtocol;
import io.fulfillx.scanner.scale.protocol.NciProtocol;
import io.fulfillx.scanner.scale.protocol.ScaleSettings;
import io.fulfillx.scanner.scale.protocol.SicsProtocol;
import io.fulfillx.scanner.scale.protocol.StreamProtocol;
import io.fulfillx.scanner.scale.protocol.ToledoProtocol;
import io.fulfillx.scanner.scale.protocol.TorreyProtocol;
import io.fulfillx.scanner.scale.wire.ScaleKind;
import io.fulfillx.scanner.scale.wire.ScaleWire;
import io.fulfillx.scanner.scale.wire.WireScale;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens scales by address and lists those plugged in. A new protocol is a row here. */
public final class ScaleCatalog {
    /** What a person may write, for messages. */
    public static final String FORMS =
            "serial:/dev/ttyUSB0?protocol=sics&baud=9600, serial:port:1-2:1.0,"
                    + " tcp://10.0.0.8:4001?protocol=nci, hid:/dev/hidraw0 or hid:port:1-3";

    /** The usage page of scales. */
    private static final int SCALE_PAGE = 0x8D;

    /** Where serial device servers take the first of their ports. */
    private static final int USUAL_PORT = 4001;

    private static final int SLOW = 2400;
    private static final int USUAL = 9600;
    private static final int MOST_DECIMALS = 4;

    /** A scale that speaks by itself must be heard before any is asked; Torrey takes anything. */
    private static final List<ScaleKind> KINDS =
            List.of(
                    new ScaleKind("stream", List.of(n8(USUAL), e7(SLOW)), StreamProtocol::new),
                    new ScaleKind("sics", List.of(n8(USUAL)), SicsProtocol::new),
                    new ScaleKind("nci", List.of(n8(USUAL), e7(USUAL)), NciProtocol::new),
                    new ScaleKind("toledo", List.of(e7(USUAL), n8(USUAL)), ToledoProtocol::new),
                    new ScaleKind("cas", List.of(n8(USUAL)), CasProtocol::new),
                    new ScaleKind("torrey", List.of(n8(USUAL)), TorreyProtocol::new));

    private ScaleCatalog() {}

    private static LineSettings n8(int baud) {
        return new LineSettings(baud, 8, Parity.NONE, 1, Flow.NONE);
    }

    private static LineSettings e7(int baud) {
        return new LineSettings(baud, 7, Parity.EVEN, 1, Flow.NONE);
    }

    /** The names of the protocols, as they stand in addresses. */
    public static List<String> protocols() {
        return KINDS.stream().map(ScaleKind::name).toList();
    }

    /**
     * Reads what a person wrote.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong
     */
    public static URI address(String text) {
        try {
            URI uri = new URI(text.strip());
            open(uri, "", LocalDevices.ofThisMachine()).close();
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a scale address: one looks like " + FORMS, e);
        }
    }

    /**
     * A scale, not yet started. Nothing is opened yet: it may be plugged in later.
     *
     * @param uri {@code serial:/dev/ttyUSB0?protocol=sics&baud=9600}, {@code serial:port:1-2:1.0},
     *     {@code serial:usb:NUMBER}, {@code tcp://host:port?protocol=nci}, {@code hid:/dev/hidraw1}
     *     or {@code hid:port:1-4}. Without a protocol it is found out. {@code unit=lb} and {@code
     *     decimals=2} say what some scales leave out; {@code signed=yes} is for USB scales that
     *     send negative numbers
     * @param name what people call it
     * @throws IllegalArgumentException with one sentence, when the address is none of these
     */
    public static Scale open(URI uri, String name) {
        return open(uri, name, LocalDevices.ofThisMachine());
    }

    /** As above, among these devices. */
    public static Scale open(URI uri, String name, LocalDevices devices) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        AddressText text = new AddressText(uri, "scale");
        ScaleSettings settings = settings(text);
        List<ScaleWire> wires =
                switch (scheme) {
                    case "serial" -> serial(uri, text, settings, devices);
                    case "tcp" -> tcp(text, settings);
                    case "hid" -> hid(text, settings, devices);
                    default -> throw text.wrong("one looks like " + FORMS);
                };
        text.refuseRest();
        return new WireScale(name, wires);
    }

    private static ScaleSettings settings(AddressText text) {
        ScaleSettings usual = ScaleSettings.usual();
        Optional<String> unit = text.text("unit");
        MassUnit mass =
                unit.isEmpty()
                        ? usual.unit()
                        : MassUnit.of(unit.get())
                                .orElseThrow(() -> text.wrong("unit is mg, g, kg, t, oz or lb"));
        int decimals = text.number("decimals", usual.decimals(), 0, MOST_DECIMALS);
        return new ScaleSettings(
                mass, decimals, text.choice("signed", Answer.class, Answer.NO) == Answer.YES);
    }

    private enum Answer {
        NO,
        YES
    }

    private static List<ScaleKind> kinds(AddressText text) {
        Optional<String> protocol = text.text("protocol");
        if (protocol.isEmpty()) {
            return KINDS;
        }
        List<ScaleKind> named =
                KINDS.stream().filter(kind -> kind.name().equals(protocol.get())).toList();
        if (named.isEmpty()) {
            String all = KINDS.stream().map(ScaleKind::name).collect(Collectors.joining(", "));
            throw text.wrong("protocol is one of " + all);
        }
        return named;
    }

    private static List<ScaleWire> serial(
            URI uri, AddressText text, ScaleSettings settings, LocalDevices devices) {
        String port = text.name("a port");
        List<ScaleWire> wires = new ArrayList<>();
        for (ScaleKind kind : kinds(text)) {
            Set<LineSettings> lines = new LinkedHashSet<>();
            kind.lines().forEach(usual -> lines.add(new AddressText(uri, "scale").line(usual)));
            for (LineSettings line : lines) {
                wires.add(
                        new ScaleWire(
                                kind.name(),
                                _ -> Transports.serial(port, line, devices),
                                () -> kind.begin().apply(settings)));
            }
        }
        // Each reader takes its settings off the text, so that a wrong one is left over.
        text.line(n8(USUAL));
        return wires;
    }

    private static List<ScaleWire> tcp(AddressText text, ScaleSettings settings) {
        InetSocketAddress host = text.host(USUAL_PORT);
        return kinds(text).stream()
                .map(
                        kind ->
                                new ScaleWire(
                                        kind.name(),
                                        (Duration deadline) ->
                                                Transports.tcp(
                                                        host.getHostString(),
                                                        host.getPort(),
                                                        deadline),
                                        () -> kind.begin().apply(settings)))
                .toList();
    }

    private static List<ScaleWire> hid(
            AddressText text, ScaleSettings settings, LocalDevices devices) {
        String device = text.name("a device");
        return List.of(
                new ScaleWire(
                        "hid",
                        _ -> Transports.hid(device, devices),
                        () -> new HidProtocol(settings)));
    }

    /** What is plugged in and may be a scale, the surest first. */
    public static List<FoundDevice> found(LocalDevices devices) {
        List<FoundDevice> found = new ArrayList<>();
        for (HidDevice device : devices.hidDevices()) {
            if (device.descriptor().speaks(SCALE_PAGE)) {
                found.add(found("HID scale", device.address(), device.plugged()));
            }
        }
        for (PluggedDevice port : devices.serialPorts()) {
            found.add(found("serial port", port.serialAddress(), port));
        }
        return found;
    }

    private static FoundDevice found(String kind, URI address, PluggedDevice device) {
        return new FoundDevice(
                kind, address, device.file().toString(), device.place(), device.product());
    }
}
