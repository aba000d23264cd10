package io.fulfillx.launcher.doctor;

import io.fulfillx.launcher.process.Installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Java, display, folders. */
final class MachineChecks {
    private static final int NEEDED_JAVA = 25;
    private static final long NEEDED_MEBIBYTES = 2_000;
    private static final long MEBIBYTE = 1 << 20;

    private final Installation installation;

    MachineChecks(Installation installation) {
        this.installation = installation;
    }

    List<Finding> all(Path data) {
        return List.of(java(), processors(), javaFx(), display(), writable(data), space(data));
    }

    private static Finding java() {
        int feature = Runtime.version().feature();
        String found = Runtime.version() + " in " + System.getProperty("java.home");
        return feature >= NEEDED_JAVA
                ? Finding.ok("JDK", found)
                : Finding.fail("JDK", found, "Install JDK " + NEEDED_JAVA + " or newer.");
    }

    private static Finding processors() {
        int count = Runtime.getRuntime().availableProcessors();
        String found = count + " on " + System.getProperty("os.name");
        return count >= 2
                ? Finding.ok("processors", found)
                : Finding.warn("processors", found, "It runs, but slowly; two or more are better.");
    }

    private Finding javaFx() {
        return installation.hasJavaFx()
                ? Finding.ok("JavaFX", "comes with FulfillX")
                : Finding.fail(
                        "JavaFX", "no JavaFX jars", "Build again: remove installers/target.");
    }

    /** Without a display the station runs on the headless toolkit, which is no fault. */
    private static Finding display() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux) {
            return Finding.ok("display", "the system's own");
        }
        String display = System.getenv("DISPLAY");
        if (display == null || display.isBlank()) {
            return Finding.warn(
                    "display",
                    "DISPLAY is not set",
                    "The station runs headless here. For a window, start it on a desktop.");
        }
        boolean gtk =
                List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")
                        .stream()
                        .anyMatch(folder -> Files.exists(Path.of(folder, "libgtk-3.so.0")));
        return gtk
                ? Finding.ok("display", display)
                : Finding.warn(
                        "display",
                        display + ", but no GTK 3",
                        "Install GTK 3 (Debian: apt install libgtk-3-0) to open the window.");
    }

    private static Finding writable(Path data) {
        Path folder = data.toAbsolutePath();
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "doctor", ".sh");
            try {
                Files.writeString(probe, "#!/bin/sh\nexit 0\n");
                boolean executable = probe.toFile().setExecutable(true) && runs(probe);
                return executable
                        ? Finding.ok("data folder", folder.toString())
                        : Finding.fail(
                                "data folder",
                                folder + " lets no program run",
                                "The embedded PostgreSQL is unpacked there: choose a folder that"
                                        + " is not mounted noexec, or use your own PostgreSQL.");
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            return Finding.fail(
                    "data folder",
                    folder + " cannot be written: " + e.getMessage(),
                    "Give this user write access, or choose another folder with --data.");
        }
    }

    private static boolean runs(Path program) {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return true;
        }
        try {
            return new ProcessBuilder(program.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Finding space(Path data) {
        try {
            long free =
                    Files.getFileStore(existing(data.toAbsolutePath())).getUsableSpace() / MEBIBYTE;
            String found = free + " MiB free";
            return free >= NEEDED_MEBIBYTES
                    ? Finding.ok("disk space", found)
                    : Finding.fail(
                            "disk space", found, "Free " + NEEDED_MEBIBYTES + " MiB or more.");
        } catch (IOException e) {
            return Finding.warn("disk space", "unknown: " + e.getMessage(), "Look yourself.");
        }
    }

    private static Path existing(Path folder) {
        Path here = folder;
        while (!Files.exists(here) && here.getParent() != null) {
            here = here.getParent();
        }
        return here;
    }
}
