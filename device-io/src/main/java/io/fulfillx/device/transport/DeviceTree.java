package io.fulfillx.device.transport;

import io.fulfillx.device.hid.ReportDescriptor;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The devices that the kernel knows, by its own files (Linux). Elsewhere the folders are missing
 * and so are the devices.
 */
public final class DeviceTree implements LocalDevices {
    /** The kernel's lists, and which files of each can be devices. */
    private static final Map<String, String> FILES =
            Map.of("tty", "tty[A-Z]*", "usbmisc", "lp*", "hidraw", "hidraw*");

    private final Path dev;
    private final Path sys;

    /**
     * @param dev where device files are, usually {@code /dev}
     * @param sys where the kernel tells about devices, usually {@code /sys}
     */
    public DeviceTree(Path dev, Path sys) {
        this.dev = dev;
        this.sys = sys;
    }

    public static DeviceTree ofThisMachine() {
        return new DeviceTree(Path.of("/dev"), Path.of("/sys"));
    }

    @Override
    public List<PluggedDevice> serialPorts() {
        return distinct(entries("tty", "tty*", this::serialPort));
    }

    @Override
    public List<PluggedDevice> usbPrinters() {
        return distinct(entries("usbmisc", "lp*", this::usbPrinter));
    }

    @Override
    public List<HidDevice> hidDevices() {
        List<HidDevice> found = entries("hidraw", "hidraw*", this::hidDevice);
        List<PluggedDevice> named = distinct(found.stream().map(HidDevice::plugged).toList());
        List<HidDevice> devices = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            devices.add(new HidDevice(named.get(i), found.get(i).descriptor()));
        }
        return devices;
    }

    private @Nullable HidDevice hidDevice(Path entry) {
        Path hardware = hardware(entry);
        if (hardware == null) {
            return null;
        }
        PluggedDevice plugged = device(dev.resolve(entry.getFileName().toString()), hardware, "");
        return new HidDevice(
                plugged, ReportDescriptor.parse(bytes(hardware.resolve("report_descriptor"))));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Override
    public Map<String, String> fingerprint() {
        Map<String, String> seen = new HashMap<>();
        FILES.forEach(
                (kind, names) ->
                        entries(kind, names, entry -> entry)
                                .forEach(entry -> seen.put(entry.toString(), place(entry))));
        return seen;
    }

    private static String place(Path entry) {
        try {
            Object key = Files.readAttributes(entry, "unix:ino,ctime").toString();
            return entry.toRealPath() + " " + key;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "";
        }
    }

    private <T> List<T> entries(String kind, String names, Function<Path, @Nullable T> read) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> folder =
                Files.newDirectoryStream(sys.resolve("class").resolve(kind), names)) {
            folder.forEach(found::add);
        } catch (IOException e) {
            return List.of();
        }
        found.sort(Comparator.comparing(Path::toString));
        List<T> devices = new ArrayList<>();
        for (Path entry : found) {
            T device = read.apply(entry);
            if (device != null) {
                devices.add(device);
            }
        }
        return devices;
    }

    private @Nullable PluggedDevice serialPort(Path entry) {
        Path hardware = hardware(entry);
        // Kernels list more built-in ports than the board has; those have no type.
        if (hardware == null || "0".equals(text(entry.resolve("type")))) {
            return null;
        }
        return device(dev.resolve(entry.getFileName().toString()), hardware, "");
    }

    private @Nullable PluggedDevice usbPrinter(Path entry) {
        Path hardware = hardware(entry);
        Path file = dev.resolve("usb").resolve(entry.getFileName().toString());
        return hardware == null
                ? null
                : device(file, hardware, text(hardware.resolve("ieee1284_id")));
    }

    /** Null for consoles and pseudo-terminals, and for what was unplugged just now. */
    private static @Nullable Path hardware(Path entry) {
        try {
            return entry.resolve("device").toRealPath();
        } catch (IOException e) {
            return null;
        }
    }

    private static PluggedDevice device(Path file, Path hardware, String deviceId) {
        String port = "";
        Path usb = hardware;
        while (usb != null && !Files.exists(usb.resolve("idVendor"))) {
            if (Files.exists(usb.resolve("bInterfaceNumber"))) {
                port = String.valueOf(usb.getFileName());
            }
            usb = usb.getParent();
        }
        DeviceId id = DeviceId.parse(deviceId);
        if (usb == null) {
            return new PluggedDevice(file, file.toString(), file.toString(), "", "", id);
        }
        String place = PluggedDevice.PORT + (port.isEmpty() ? usb.getFileName() : port);
        String serial = id.serialNumber().orElseGet(serialOf(usb));
        String product = (text(usb.resolve("manufacturer")) + " " + text(usb.resolve("product")));
        String numbers = text(usb.resolve("idVendor")) + ":" + text(usb.resolve("idProduct"));
        String name = product.isBlank() ? "USB " + numbers : product.strip();
        return new PluggedDevice(file, place, place, serial, id.model().orElse(name), id);
    }

    private static Supplier<String> serialOf(Path usb) {
        return () -> text(usb.resolve("serial"));
    }

    /** Lets a device be known by its number, unless another one claims the same. */
    private static List<PluggedDevice> distinct(List<PluggedDevice> devices) {
        Map<String, Integer> claims = new HashMap<>();
        devices.forEach(device -> claims.merge(device.serialNumber(), 1, Integer::sum));
        return devices.stream()
                .map(
                        device ->
                                device.serialNumber().isEmpty()
                                                || claims.getOrDefault(device.serialNumber(), 0) > 1
                                        ? device
                                        : device.known(device.serialNumber()))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * The device's name at this moment.
     *
     * @param identity as in {@link PluggedDevice#identity}
     * @throws TransportException when it is not plugged in, or two devices claim the number
     */
    static Path find(List<PluggedDevice> devices, String identity) throws TransportException {
        List<PluggedDevice> fitting =
                devices.stream().filter(device -> fits(device, identity)).toList();
        if (fitting.isEmpty()) {
            throw new TransportException("'" + identity + "' is not plugged in", 0);
        }
        if (fitting.size() > 1) {
            throw new TransportException(
                    fitting.size()
                            + " devices call themselves '"
                            + identity
                            + "'; say the place instead: "
                            + fitting.getFirst().place(),
                    0);
        }
        return fitting.getFirst().file();
    }

    private static boolean fits(PluggedDevice device, String identity) {
        return device.place().equals(identity)
                || device.serialNumber().equals(identity)
                || device.place().startsWith(identity + ":")
                        && identity.startsWith(PluggedDevice.PORT);
    }
}
