package io.fulfillx.printing.discovery;

import io.fulfillx.device.transport.LocalDevices;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells when a printer is plugged in or unplugged. It compares a list of names in each interval and
 * looks closer only when that has changed.
 */
public final class PrinterWatch implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** Called by the watch's own thread, one call at a time. */
    public interface Listener {
        void plugged(FoundPrinter printer);

        void unplugged(FoundPrinter printer);
    }

    private final LocalDevices devices;
    private final PluggedPrinters printers;
    private final Duration interval;
    private final Listener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Map<String, String> fingerprint = Map.of();
    private Map<URI, FoundPrinter> present = Map.of();

    private PrinterWatch(LocalDevices devices, Duration interval, Listener listener) {
        this.devices = devices;
        this.printers = new PluggedPrinters(devices);
        this.interval = interval;
        this.listener = listener;
    }

    /** Watches this machine; what is plugged in already is reported first. */
    public static PrinterWatch start(Listener listener) {
        return start(LocalDevices.ofThisMachine(), INTERVAL, listener);
    }

    public static PrinterWatch start(LocalDevices devices, Duration interval, Listener listener) {
        PrinterWatch watch = new PrinterWatch(devices, interval, listener);
        Thread.ofPlatform().daemon().name("printer-watch").start(watch::run);
        return watch;
    }

    private void run() {
        try {
            do {
                compare();
            } while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void compare() {
        Map<String, String> fresh = devices.fingerprint();
        if (fresh.equals(fingerprint)) {
            return;
        }
        Map<URI, FoundPrinter> now = new HashMap<>();
        printers.now().forEach(printer -> now.put(printer.uri(), printer));
        Map<URI, FoundPrinter> before = present;
        fingerprint = fresh;
        present = now;
        before.forEach(
                (uri, printer) -> {
                    if (!printer.equals(now.get(uri))) {
                        listener.unplugged(printer);
                    }
                });
        now.forEach(
                (uri, printer) -> {
                    if (!printer.equals(before.get(uri))) {
                        listener.plugged(printer);
                    }
                });
    }

    /** No call begins after this; one that has begun may still run. */
    @Override
    public void close() {
        closed.countDown();
    }
}
