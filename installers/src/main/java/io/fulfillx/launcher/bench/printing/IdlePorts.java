package io.fulfillx.launcher.bench.printing;

import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.printing.discovery.FoundPrinter;
import io.fulfillx.printing.discovery.PrinterWatch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What ports cost on which nothing happens. */
final class IdlePorts {
    private static final int EACH = 4;
    private static final int PERCENT = 100;

    private IdlePorts() {}

    /**
     * The whole process's time while ports of both kinds are listened to and the watch for new
     * printers runs, for each port, in percent of one core.
     */
    static double percent(int seconds) throws IOException {
        List<StalledPrinter> printers = new ArrayList<>();
        PrinterWatch watch = PrinterWatch.start(new Nobody());
        try {
            for (StalledPrinter.Kind kind : StalledPrinter.Kind.values()) {
                for (int i = 0; i < EACH; i++) {
                    StalledPrinter printer = StalledPrinter.open(kind);
                    printers.add(printer);
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> listen(printer.transport(), seconds + 30));
                }
            }
            TimeUnit.SECONDS.sleep(2);
            long before = processNanos();
            long start = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            double share = (double) (processNanos() - before) / (System.nanoTime() - start);
            return share * PERCENT / printers.size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            watch.close();
            for (StalledPrinter printer : printers) {
                printer.close();
            }
        }
    }

    private static void listen(Transport transport, int seconds) {
        try {
            transport.read(Duration.ofSeconds(seconds));
        } catch (TransportException e) {
            // Closed: the measurement is over.
        }
    }

    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /** Nobody is told about plugs here. */
    private static final class Nobody implements PrinterWatch.Listener {
        @Override
        public void plugged(FoundPrinter printer) {
            // Not of interest.
        }

        @Override
        public void unplugged(FoundPrinter printer) {
            // Not of interest.
        }
    }
}
