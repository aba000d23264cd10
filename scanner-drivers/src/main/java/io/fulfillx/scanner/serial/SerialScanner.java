package io.fulfillx.scanner.serial;

import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.SourceState;

import jssc.SerialPort;
import jssc.SerialPortException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A scanner on a serial port, 8N1. It never reads more than has arrived, since a blocking read of
 * jssc spins for ever once the device has gone. When the device goes it looks for it until it is
 * back.
 */
public final class SerialScanner implements ScanSource {
    private static final Logger LOG = LoggerFactory.getLogger(SerialScanner.class);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration SEARCH = Duration.ofMillis(500);

    private final String name;
    private final String portName;
    private final int baud;
    private final Clock clock;
    private volatile SourceState state = SourceState.MISSING;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    /**
     * @param name what people call it; every scan carries it
     * @param port such as /dev/serial/by-id/… or COM3; a link is followed anew at each reconnect
     */
    public SerialScanner(String name, String port, int baud, Clock clock) {
        this.name = name;
        this.portName = port;
        this.baud = baud;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SourceState state() {
        return state;
    }

    @Override
    public void start(Consumer<Scan> sink) {
        thread = Thread.ofPlatform().daemon().name("scanner " + name).start(() -> listen(sink));
    }

    private void listen(Consumer<Scan> sink) {
        try {
            while (!closed) {
                SerialPort port = open();
                if (port == null) {
                    Thread.sleep(SEARCH);
                } else {
                    readUntilGone(port, sink);
                }
            }
        } catch (InterruptedException e) {
            // Closed: the thread ends here.
        } finally {
            state = SourceState.CLOSED;
        }
    }

    private @Nullable SerialPort open() {
        if (portName.startsWith("/") && !Files.exists(Path.of(portName))) {
            return null;
        }
        SerialPort port = new SerialPort(portName);
        try {
            port.openPort();
            // False on ports without modem lines although the settings hold: not a failure. No
            // flow control: a 0x13 inside a barcode would stop us.
            port.setParams(baud, SerialPort.DATABITS_8, SerialPort.STOPBITS_1, 0);
            state = SourceState.CONNECTED;
            LOG.info("scanner {} is on {}", name, portName);
            return port;
        } catch (SerialPortException e) {
            LOG.debug("scanner {}: {}", name, e.getExceptionType());
            return null;
        }
    }

    private void readUntilGone(SerialPort port, Consumer<Scan> sink) throws InterruptedException {
        LineFraming framing = new LineFraming();
        try {
            while (!closed) {
                int available = port.getInputBufferBytesCount();
                long now = System.nanoTime();
                List<String> lines =
                        available > 0
                                ? framing.bytes(port.readBytes(available), now)
                                : framing.idle(now);
                for (String line : lines) {
                    sink.accept(Scan.of(name, line, clock.instant()));
                }
                Thread.sleep(POLL);
            }
        } catch (SerialPortException e) {
            LOG.info("scanner {} has gone: {}", name, e.getExceptionType());
            state = SourceState.MISSING;
        } finally {
            release(port);
        }
    }

    private static void release(SerialPort port) {
        try {
            port.closePort();
        } catch (SerialPortException e) {
            LOG.debug("closing a port that has gone: {}", e.getExceptionType());
        }
    }

    @Override
    public void close() {
        closed = true;
        state = SourceState.CLOSED;
        Thread running = thread;
        if (running == null || running.equals(Thread.currentThread())) {
            return;
        }
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
