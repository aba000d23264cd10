package io.fulfillx.device.transport;

import io.fulfillx.device.hid.ReportDescriptor;

import org.hid4java.HidException;
import org.hid4java.HidManager;
import org.hid4java.HidServices;
import org.hid4java.HidServicesSpecification;
import org.hid4java.ScanMode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Devices that speak in reports on macOS and Windows, by hid4java and the hidapi library in it. The
 * only class that knows it.
 */
final class PortableHid implements HidTransport {
    private static final int REPORT_BYTES = 4_096;
    private static final int PAGE_SHIFT = 16;

    /** A waiting read cannot be woken, so it looks this often whether it was closed. */
    private static final int SLICE_MILLIS = 100;

    private final org.hid4java.HidDevice device;
    private final ReportDescriptor descriptor;
    private final String description;
    private final Object reading = new Object();
    private volatile boolean closed;

    private PortableHid(org.hid4java.HidDevice device, String description) {
        this.device = device;
        this.description = description;
        this.descriptor = descriptorOf(device);
    }

    /** Started once: it loads the native library and must outlive all devices. */
    private static final class Library {
        private static final HidServices SERVICES = start();

        private static HidServices start() {
            HidServicesSpecification plain = new HidServicesSpecification();
            plain.setScanMode(ScanMode.NO_SCAN);
            plain.setAutoStart(false);
            plain.setAutoDataRead(false);
            return HidManager.getHidServices(plain);
        }
    }

    private static synchronized List<org.hid4java.HidDevice> attached() {
        try {
            Library.SERVICES.scan();
            return List.copyOf(Library.SERVICES.getAttachedHidDevices());
        } catch (HidException | LinkageError e) {
            return List.of();
        }
    }

    /** What is plugged in; the system's path of a device is its place. */
    static List<HidDevice> devices() {
        return attached().stream().map(PortableHid::plugged).toList();
    }

    private static HidDevice plugged(org.hid4java.HidDevice device) {
        String path = Objects.requireNonNullElse(device.getPath(), "");
        String number = Objects.requireNonNullElse(device.getSerialNumber(), "");
        String maker = Objects.requireNonNullElse(device.getManufacturer(), "");
        String product = Objects.requireNonNullElse(device.getProduct(), "");
        PluggedDevice plugged =
                new PluggedDevice(
                        Path.of(""),
                        number.isEmpty() ? path : number,
                        path,
                        number,
                        (maker + " " + product).strip(),
                        DeviceId.parse(""));
        int usage = (device.getUsagePage() & 0xFFFF) << PAGE_SHIFT | device.getUsage() & 0xFFFF;
        return new HidDevice(plugged, new ReportDescriptor(List.of(usage), List.of()));
    }

    /**
     * @param identity a serial number or the system's path
     */
    static PortableHid open(String identity) throws TransportException {
        String description = "hid:" + identity;
        List<org.hid4java.HidDevice> fitting =
                attached().stream()
                        .filter(
                                device ->
                                        identity.equals(device.getSerialNumber())
                                                || identity.equals(device.getPath()))
                        .toList();
        if (fitting.isEmpty()) {
            throw new TransportException(description + ": '" + identity + "' is not plugged in", 0);
        }
        org.hid4java.HidDevice device = fitting.getFirst();
        if (!device.open()) {
            throw new TransportException(
                    description + ": cannot be opened: " + device.getLastErrorMessage(), 0);
        }
        return new PortableHid(device, description);
    }

    private static ReportDescriptor descriptorOf(org.hid4java.HidDevice device) {
        byte[] buffer = new byte[REPORT_BYTES];
        int length = device.getReportDescriptor(buffer);
        return length <= 0
                ? ReportDescriptor.unknown()
                : ReportDescriptor.parse(Arrays.copyOf(buffer, length));
    }

    @Override
    public ReportDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public byte[] read(Duration wait) throws TransportException {
        long end = System.nanoTime() + wait.toNanos();
        byte[] buffer = new byte[REPORT_BYTES];
        while (true) {
            synchronized (reading) {
                if (closed) {
                    throw new TransportException(description + ": closed", 0);
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                int count = device.read(buffer, Math.clamp(left, 0, SLICE_MILLIS));
                if (count < 0) {
                    throw new TransportException(description + ": the device has gone", 0);
                }
                if (count > 0 || left <= 0) {
                    return Arrays.copyOf(buffer, count);
                }
            }
        }
    }

    @Override
    public void write(byte[] data, Duration deadline) throws TransportException {
        byte[] report = Arrays.copyOfRange(data, 1, data.length);
        if (closed || device.write(report, report.length, data[0]) < 0) {
            throw new TransportException(description + ": the report was not taken", 0);
        }
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        closed = true;
        synchronized (reading) {
            if (!device.isClosed()) {
                device.close();
            }
        }
    }
}
