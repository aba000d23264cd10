package io.fulfillx.printing.transport;

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
    private static final long POLL_MILLIS = 5;

    private final SerialPort port;
    private final String description;
    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(1);
    private final Semaphore chunkDone = new Semaphore(0);
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile boolean closed;

    private JsscTransport(SerialPort port, String description) {
        this.port = port;
        this.description = description;
    }

    static JsscTransport open(String name, int baud) throws TransportException {
        String description = "serial:" + name;
        SerialPort port = new SerialPort(name);
        try {
            port.openPort();
            // False on ports without modem lines although the settings hold: not a failure.
            port.setParams(baud, 8, 1, 0);
            port.setFlowControlMode(SerialPort.FLOWCONTROL_XONXOFF_OUT);
        } catch (SerialPortException e) {
            throw new TransportException(description + ": " + e.getExceptionType(), 0, e);
        }
        JsscTransport transport = new JsscTransport(port, description);
        Thread.ofPlatform().daemon().name("serial-write " + name).start(transport::writeChunks);
        return transport;
    }

    private void writeChunks() {
        try {
            while (!closed) {
                byte[] chunk = chunks.poll(1, TimeUnit.SECONDS);
                if (chunk != null) {
                    if (!port.writeBytes(chunk)) {
                        failure.set("the port refused the bytes");
                    }
                    chunkDone.release();
                }
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
            if (closed || !passed(chunk, end)) {
                closed = true;
                throw new TransportException(
                        description + ": the printer has stopped reading", done);
            }
            if (failure.get() != null) {
                throw new TransportException(description + ": " + failure.get(), done);
            }
            done += chunk.length;
        }
    }

    private boolean passed(byte[] chunk, long end) throws TransportException {
        try {
            return chunks.offer(chunk, end - System.nanoTime(), TimeUnit.NANOSECONDS)
                    && chunkDone.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(description + ": interrupted", 0, e);
        }
    }

    @Override
    public byte[] read(Duration wait) throws TransportException {
        long end = System.nanoTime() + wait.toNanos();
        try {
            while (true) {
                int available = port.getInputBufferBytesCount();
                if (available > 0) {
                    return port.readBytes(available);
                }
                if (System.nanoTime() >= end) {
                    return new byte[0];
                }
                Thread.sleep(POLL_MILLIS);
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

    @Override
    public void close() {
        closed = true;
        try {
            port.closePort();
        } catch (SerialPortException e) {
            // It was closed or unplugged before.
        }
    }
}
