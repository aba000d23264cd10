package io.fulfillx.device.transport;

import net.codecrete.usb.Usb;
import net.codecrete.usb.UsbAlternateInterface;
import net.codecrete.usb.UsbControlTransfer;
import net.codecrete.usb.UsbDevice;
import net.codecrete.usb.UsbDirection;
import net.codecrete.usb.UsbEndpoint;
import net.codecrete.usb.UsbException;
import net.codecrete.usb.UsbInterface;
import net.codecrete.usb.UsbRecipient;
import net.codecrete.usb.UsbRequestType;
import net.codecrete.usb.UsbTimeoutException;
import net.codecrete.usb.UsbTransferType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A printer on USB without the kernel's printer driver: macOS, and Windows with WinUSB. */
final class UsbTransport implements Transport, PortStatus {
    private static final int PRINTER_CLASS = 7;
    private static final int CHUNK_BYTES = 4096;
    private static final int ID_BYTES = 1024;

    private final UsbDevice device;
    private final Pipes pipes;
    private final String description;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param in its endpoint for answers, 0 when it never answers
     */
    record Pipes(int interfaceNumber, int alternate, int out, int in) {}

    private UsbTransport(UsbDevice device, Pipes pipes, String description) {
        this.device = device;
        this.pipes = pipes;
        this.description = description;
    }

    static UsbTransport open(String number) throws TransportException {
        try {
            return open(number, List.copyOf(Usb.getDevices()));
        } catch (UsbException e) {
            throw new TransportException("usb:" + number + ": " + e.getMessage(), 0, e);
        }
    }

    static UsbTransport open(String number, List<UsbDevice> present) throws TransportException {
        String description = "usb:" + number;
        List<UsbDevice> fitting =
                present.stream()
                        .filter(device -> number.equals(device.getSerialNumber()))
                        .filter(device -> printer(device).isPresent())
                        .toList();
        if (fitting.size() != 1) {
            String problem =
                    fitting.isEmpty() ? "is not plugged in" : "is the number of two printers";
            throw new TransportException(description + ": '" + number + "' " + problem, 0);
        }
        UsbDevice device = fitting.getFirst();
        Pipes pipes = printer(device).orElseThrow();
        try {
            device.open();
            device.claimInterface(pipes.interfaceNumber());
            device.selectAlternateSetting(pipes.interfaceNumber(), pipes.alternate());
            return new UsbTransport(device, pipes, description);
        } catch (UsbException e) {
            device.close();
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
        }
    }

    /** The pipes of its printer interface, two-way ones first; empty when it is no printer. */
    static Optional<Pipes> printer(UsbDevice device) {
        Optional<Pipes> oneWay = Optional.empty();
        for (UsbInterface face : device.getInterfaces()) {
            for (UsbAlternateInterface alternate : face.getAlternates()) {
                int out = bulk(alternate, UsbDirection.OUT);
                if (alternate.getClassCode() == PRINTER_CLASS && out > 0) {
                    int in = bulk(alternate, UsbDirection.IN);
                    Pipes pipes = new Pipes(face.getNumber(), alternate.getNumber(), out, in);
                    if (in > 0) {
                        return Optional.of(pipes);
                    }
                    oneWay = Optional.of(pipes);
                }
            }
        }
        return oneWay;
    }

    private static int bulk(UsbAlternateInterface alternate, UsbDirection direction) {
        return alternate.getEndpoints().stream()
                .filter(endpoint -> endpoint.getDirection() == direction)
                .filter(endpoint -> endpoint.getTransferType() == UsbTransferType.BULK)
                .mapToInt(UsbEndpoint::getNumber)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void write(byte[] data, Duration deadline) throws TransportException {
        long end = System.nanoTime() + deadline.toNanos();
        int done = 0;
        try {
            while (done < data.length) {
                int chunk = Math.min(CHUNK_BYTES, data.length - done);
                device.transferOut(pipes.out(), data, done, chunk, millisTo(end));
                done += chunk;
            }
        } catch (UsbTimeoutException e) {
            // How much of the last chunk was taken is not told: count it as gone.
            throw TransportException.stalled(
                    description, Math.min(data.length, done + CHUNK_BYTES));
        } catch (UsbException e) {
            throw new TransportException(description + ": " + e.getMessage(), done, e);
        }
    }

    @Override
    public byte[] read(Duration wait) throws TransportException {
        if (pipes.in() == 0) {
            return new byte[0];
        }
        try {
            long end = System.nanoTime() + wait.toNanos();
            return device.transferIn(pipes.in(), millisTo(end));
        } catch (UsbTimeoutException e) {
            return new byte[0];
        } catch (UsbException e) {
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
        }
    }

    /** At least 1, for 0 would mean for ever. */
    private static int millisTo(long end) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        return Math.clamp(left, 1, Integer.MAX_VALUE);
    }

    @Override
    public boolean answers() {
        return pipes.in() > 0;
    }

    @Override
    public PortReading portStatus() throws TransportException {
        try {
            byte[] answer = device.controlTransferIn(request(1), 1);
            return PortReading.of(answer.length > 0 ? answer[0] : 0);
        } catch (UsbException e) {
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
        }
    }

    @Override
    public DeviceId deviceId() {
        try {
            byte[] answer = device.controlTransferIn(request(0), ID_BYTES);
            byte[] text = Arrays.copyOfRange(answer, Math.min(2, answer.length), answer.length);
            return DeviceId.parse(new String(text, StandardCharsets.ISO_8859_1));
        } catch (UsbException e) {
            return DeviceId.parse("SN:" + Objects.requireNonNullElse(device.getSerialNumber(), ""));
        }
    }

    private UsbControlTransfer request(int number) {
        return new UsbControlTransfer(
                UsbRequestType.CLASS, UsbRecipient.INTERFACE, number, 0, place(number));
    }

    /** The device id wants the interface in the upper byte, the status in the lower. */
    private int place(int number) {
        return number == 0
                ? pipes.interfaceNumber() << 8 | pipes.alternate()
                : pipes.interfaceNumber();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            device.abortTransfers(UsbDirection.OUT, pipes.out());
            if (pipes.in() > 0) {
                device.abortTransfers(UsbDirection.IN, pipes.in());
            }
            device.close();
        } catch (UsbException e) {
            // It was unplugged before.
        }
    }
}
