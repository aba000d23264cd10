package io.fulfillx.device.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

@DisabledOnOs(OS.WINDOWS)
class SpoolTransportTest {
    private static final Duration SECONDS = Duration.ofSeconds(5);
    @TempDir Path folder = Path.of("");

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Transport open(String queue) throws IOException {
        program("lpstat", "echo Zebra; echo Other");
        return SpoolTransport.open(new CupsSpooler(List.of(folder)), queue, SECONDS);
    }

    @Test
    void aLabelIsHandedToItsQueueRaw() throws IOException {
        program("lp", "echo \"$@\" > " + folder + "/asked; cat > " + folder + "/job");
        byte[] label = {'^', 0, (byte) 0xff, '\n', '\r'};
        try (Transport queue = open("Zebra")) {
            queue.write(label, SECONDS);
        }
        assertArrayEquals(label, Files.readAllBytes(folder.resolve("job")));
        assertEquals("-d Zebra -o raw", Files.readString(folder.resolve("asked")).strip());
    }

    @Test
    void anUnknownQueueIsNamedWithThoseThereAre() {
        TransportException unknown = assertThrows(TransportException.class, () -> open("Zebra2"));
        assertEquals(
                "spool:Zebra2: there is no such queue; there are: Zebra, Other",
                unknown.getMessage());
    }

    @Test
    void aRefusedJobLeftNoByte() throws IOException {
        program("lp", "echo 'lp: The printer is not accepting jobs.'; exit 1");
        try (Transport queue = open("Zebra")) {
            TransportException refused =
                    assertThrows(TransportException.class, () -> queue.write(new byte[9], SECONDS));
            assertTrue(refused.toString().endsWith("not accepting jobs."), refused.toString());
            assertEquals(0, refused.bytesWritten());
        }
    }

    @Test
    void aSpoolerThatDoesNotEndMayHaveTakenAll() throws IOException {
        program("lp", "sleep 20");
        try (Transport queue = open("Zebra")) {
            long start = System.nanoTime();
            TransportException late =
                    assertThrows(
                            TransportException.class,
                            () -> queue.write(new byte[1 << 20], Duration.ofMillis(60)));
            assertEquals(1 << 20, late.bytesWritten());
            assertTrue(System.nanoTime() - start < SECONDS.toNanos());
        }
    }

    @Test
    void aMachineWithoutASpoolerSaysSo() {
        TransportException missing =
                assertThrows(
                        TransportException.class,
                        () -> SpoolTransport.open(new CupsSpooler(List.of()), "Zebra", SECONDS));
        assertTrue(missing.toString().contains("CUPS is not installed"), missing.toString());
    }
}
