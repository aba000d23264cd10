package io.fulfillx.device.virtual;

import io.fulfillx.device.transport.DeviceTree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A machine's {@code /dev} and {@code /sys} in a folder, into which devices can be plugged. */
public final class PluggedTree {
    private final Path root;

    public PluggedTree(Path root) {
        this.root = root;
    }

    public DeviceTree devices() {
        return new DeviceTree(dev(), root.resolve("sys"));
    }

    private Path dev() {
        return root.resolve("dev");
    }

    /** Plugs a printer in at a place such as {@code 1-2}; the target is what answers. */
    public void plugPrinter(String name, String place, String deviceId, Path target)
            throws IOException {
        Path face = usbFace(place, "");
        Files.writeString(face.resolve("ieee1284_id"), deviceId + "\n");
        link(face, "usbmisc", name, face);
        Path file = dev().resolve("usb").resolve(name);
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, target);
    }

    /** Plugs a USB serial adapter in. */
    public void plugAdapter(String name, String place, String serial, Path target)
            throws IOException {
        Path port = Files.createDirectories(usbFace(place, serial).resolve(name));
        link(port, "tty", name, port);
        Files.createDirectories(dev());
        Files.createSymbolicLink(dev().resolve(name), target);
    }

    /**
     * Plugs in a device that speaks in reports.
     *
     * @param descriptor what it says its reports look like
     */
    public void plugHid(String name, String place, byte[] descriptor, Path target)
            throws IOException {
        Path hardware = Files.createDirectories(usbFace(place, "").resolve("0003:0A5F.0001"));
        Files.write(hardware.resolve("report_descriptor"), descriptor);
        link(hardware, "hidraw", name, hardware);
        Files.createDirectories(dev());
        Files.createSymbolicLink(dev().resolve(name), target);
    }

    private Path usbFace(String place, String serial) throws IOException {
        Path device = root.resolve("sys/devices/usb1").resolve(place);
        Path face = Files.createDirectories(device.resolve(place + ":1.0"));
        Files.writeString(face.resolve("bInterfaceNumber"), "00\n");
        Files.writeString(device.resolve("idVendor"), "0a5f\n");
        Files.writeString(device.resolve("idProduct"), "0120\n");
        Files.writeString(device.resolve("product"), "Adapter\n");
        if (!serial.isEmpty()) {
            Files.writeString(device.resolve("serial"), serial + "\n");
        }
        return face;
    }

    private void link(Path parent, String kind, String name, Path hardware) throws IOException {
        Path entry = Files.createDirectories(parent.resolve(kind).resolve(name));
        Files.createSymbolicLink(entry.resolve("device"), hardware);
        Path list = Files.createDirectories(root.resolve("sys/class").resolve(kind));
        Files.createSymbolicLink(list.resolve(name), entry);
    }

    /** Pulls the plug of what is at the place. */
    public void unplug(String name, String place) throws IOException {
        Files.deleteIfExists(root.resolve("sys/class/tty").resolve(name));
        Files.deleteIfExists(root.resolve("sys/class/usbmisc").resolve(name));
        Files.deleteIfExists(root.resolve("sys/class/hidraw").resolve(name));
        Files.deleteIfExists(dev().resolve(name));
        Files.deleteIfExists(dev().resolve("usb").resolve(name));
        delete(root.resolve("sys/devices/usb1").resolve(place));
    }

    /** Removes the device files, which lead out of the folder. */
    public void clear() throws IOException {
        if (Files.exists(dev())) {
            delete(dev());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
