package io.fulfillx.launcher.demo;

import io.fulfillx.printing.virtual.PseudoTerminal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A serial line from a robot's scanner to a station: what is written to one end comes out of the
 * other, as through a null-modem cable.
 */
final class SerialCable implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(200);

    private final PseudoTerminal scanner;
    private final PseudoTerminal station;
    private volatile boolean closed;

    private SerialCable(PseudoTerminal scanner, PseudoTerminal station) {
        this.scanner = scanner;
        this.station = station;
    }

    static SerialCable lay() throws IOException {
        SerialCable cable = new SerialCable(PseudoTerminal.open(), PseudoTerminal.open());
        Thread.ofPlatform().daemon().name("serial-cable").start(cable::carry);
        return cable;
    }

    /** Where the scanner writes. */
    Path scannerEnd() {
        return scanner.path();
    }

    /** Where the station reads. */
    Path stationEnd() {
        return station.path();
    }

    private void carry() {
        while (!closed) {
            try {
                byte[] bytes = scanner.read(WAIT);
                if (bytes.length > 0) {
                    station.write(bytes);
                }
            } catch (EOFException e) {
                return;
            } catch (IOException e) {
                // Nobody listens at the other end just now: what a scanner sends is lost then.
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        scanner.close();
        station.close();
    }
}
