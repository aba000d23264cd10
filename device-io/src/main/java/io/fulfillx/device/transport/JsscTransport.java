package io.fulfillx.device.transport;

import io.fulfillx.device.posix.LineSettings;

import jssc.SerialPort;
import jssc.SerialPortException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A serial port where there is no POSIX. A jssc write to a stalled printer blocks for ever and
 * cannot be interrupted, so a thread of its own writes, and is given up with its port when the
 * deadline passes.
 */
final class JsscTransport implements Transport {
    private static final int CHUNK_BYTES = 256;
    private static final int FULL_BYTES = 2048;
    private static final long POLL_MILLIS = 5;
    private static final long IDLE_POLL_MILLIS = 20;
    private static final long IDLE_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Tells the writing thread to end. */
    private static final byte[] END = {};

    private final SerialPort port;
    private final LineSettings line;
    private final String description;
    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(2);
    private final Semaphore chunkDone = new Semaphore(0);
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile boolean closed;

    private JsscTransport(SerialPort port, LineSettings line, String description) {
        this.port = port;
        this.line = line;
        this.description = description;
    }

    static JsscTransport open(String name, LineSettings line) throws TransportException {
        String description = "serial:" + name;
        SerialPort port = new SerialPort(name);
        try {
            port.openPort();
            // False on ports without modem lines although the settings hold: not a failure.
            port.setParams(line.baud(), line.bits(), line.stopBits(), parity(line));
            // After the parameters, which clear it.
            port.setFlowControlMode(flow(line));
        } catch (SerialPortException e) {
            throw new TransportException(description + ": " + e.getExceptionType(), 0, e);
        }
        JsscTransport transport = new JsscTransport(port, line, description);
        Thread.ofPlatform().daemon().name("serial-write " + name).start(transport::writeChunks);
        return transport;
    }

    private static int parity(LineSettings line) {
        return switch (line.parity()) {
            case NONE -> SerialPort.PARITY_NONE;
            case ODD -> SerialPort.PARITY_ODD;
            case EVEN -> SerialPort.PARITY_EVEN;
        };
    }

    private static int flow(LineSettings line) {
        return switch (line.flow()) {
            case NONE -> SerialPort.FLOWCONTROL_NONE;
            case XONXOFF -> SerialPort.FLOWCONTROL_XONXOFF_OUT;
            case RTSCTS -> SerialPort.FLOWCONTROL_RTSCTS_OUT;
        };
    }

    private void writeChunks() {
        try {
            byte[] chunk = chunks.take();
            while (chunk.length > 0) {
                if (!port.writeBytes(chunk)) {
                    failure.set("the port refused the bytes");
                }
                chunkDone.release();
                chunk = chunks.take();
            }
        } catch (SerialPortException e) {
            failure.set(e.getExceptionType());
            chunkDone.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void write(byte[] data, Duration deadline) throws TransportException {
        long end = System.nanoTime() + deadline.toNanos();
        int done = 0;
        while (done < data.length) {
            byte[] chunk =
                    Arrays.copyOfRange(data, done, Math.min(data.length, done + CHUNK_BYTES));
            if (!passed(chunk, end, done)) {
                close();
                throw TransportException.stalled(description, done);
            }
            if (failure.get() != null) {
                throw new TransportException(description + ": " + failure.get(), done);
            }
            done += chunk.length;
        }
    }

    /** Waits before a chunk, where waiting can end, rather than in the port, where it cannot. */
    private boolean passed(byte[] chunk, long end, int done) throws TransportException {
        try {
            while (!closed && !hasRoom()) {
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                Thread.sleep(POLL_MILLIS);
            }
            return !closed
                    && chunks.offer(chunk, end - System.nanoTime(), TimeUnit.NANOSECONDS)
                    && chunkDone.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)
                    && !closed;
        } catch (SerialPortException e) {
            throw new TransportException(description + ": the device has gone", done, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(description + ": interrupted", done, e);
        }
    }

    private boolean hasRoom() throws SerialPortException {
        return port.getOutputBufferBytesCount() < FULL_BYTES
                && (line.flow() != LineSettings.Flow.RTSCTS || port.isCTS());
    }

    @Override
    public byte[] read(Duration wait) throws TransportException {
        long start = System.nanoTime();
        try {
            while (true) {
                int available = port.getInputBufferBytesCount();
                if (available > 0) {
                    return port.readBytes(available);
                }
                long waited = System.nanoTime() - start;
                if (waited >= wait.toNanos()) {
                    return new byte[0];
                }
                Thread.sleep(waited < IDLE_AFTER_NANOS ? POLL_MILLIS : IDLE_POLL_MILLIS);
            }
        } catch (SerialPortException e) {
            throw new TransportException(description + ": the device has gone", 0, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new byte[0];
        }
    }

    @Override
    public String description() {
        return description;
    }

    /** A thread that is stuck in the port stays there; the system ends it with the process. */
    @Override
    public void close() {
        closed = true;
        var _ = chunks.offer(END);
        chunkDone.release();
        try {
            port.closePort();
        } catch (SerialPortException e) {
            // It was closed or unplugged before.
        }
    }
}
