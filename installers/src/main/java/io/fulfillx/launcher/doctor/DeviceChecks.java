package io.fulfillx.launcher.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Scanners and printers at this machine. */
final class DeviceChecks {
    private static final int RAW_PRINTER_PORT = 9100;

    private final NetworkChecks network;

    DeviceChecks(NetworkChecks network) {
        this.network = network;
    }

    List<Finding> all(List<URI> printers) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(
                devices("serial port", Path.of("/dev"), "tty{USB,ACM}*", "dialout (Debian)"));
        findings.addAll(devices("USB printer", Path.of("/dev/usb"), "lp*", "lp"));
        printers.forEach(printer -> findings.add(printer(printer)));
        return findings;
    }

    private Finding printer(URI printer) {
        if ("tcp".equals(printer.getScheme())) {
            return network.reach(
                    "printer",
                    printer,
                    RAW_PRINTER_PORT,
                    "Switch it on, check its address and that raw printing is enabled.");
        }
        String device = printer.getSchemeSpecificPart().replaceFirst("\\?.*", "");
        return usable("printer", Path.of(device), "lp or dialout");
    }

    private static List<Finding> devices(String what, Path folder, String pattern, String group) {
        List<Finding> findings = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
                found.forEach(device -> findings.add(usable(what, device, group)));
            } catch (IOException e) {
                findings.add(Finding.warn(what, "cannot list " + folder, "Look yourself."));
            }
        }
        if (findings.isEmpty()) {
            findings.add(
                    Finding.ok(what, "none plugged in (network and keyboard devices need none)"));
        }
        return findings;
    }

    private static Finding usable(String what, Path device, String group) {
        if (!Files.exists(device)) {
            return Finding.fail(what, device + " is not there", "Plug it in or correct the name.");
        }
        return Files.isReadable(device) && Files.isWritable(device)
                ? Finding.ok(what, device.toString())
                : Finding.fail(
                        what,
                        device + " may not be used by you",
                        "Add yourself to the group " + group + " and sign in again.");
    }
}
