package io.fulfillx.launcher.bench.printing;

import io.fulfillx.device.transport.TransportException;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What is left behind when printers stall, are unplugged and come back.
 *
 * @param threads more than before
 * @param descriptors more than before
 */
record PortCycles(int cycles, int threads, int descriptors) {
    private static final int WARM_UP = 20;
    private static final Duration STALL = Duration.ofMillis(10);
    private static final byte[] ENDLESS = new byte[16 << 20];

    static PortCycles run(int cycles) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            cycle(i);
        }
        int threads = countThreads();
        int descriptors = countDescriptors();
        for (int i = 0; i < cycles; i++) {
            cycle(i);
        }
        settle(threads);
        return new PortCycles(cycles, countThreads() - threads, countDescriptors() - descriptors);
    }

    /** Opening a new one in the next turn is the plug being put back. */
    private static void cycle(int number) throws IOException {
        StalledPrinter.Kind[] kinds = StalledPrinter.Kind.values();
        try (StalledPrinter printer = StalledPrinter.open(kinds[number % kinds.length])) {
            expectFailure(() -> printer.transport().write(ENDLESS, STALL));
            printer.unplug();
            expectFailure(
                    () -> {
                        for (int i = 0; i < 100; i++) {
                            printer.transport().read(STALL);
                        }
                    });
        }
    }

    /** A call on a faulty port. */
    private interface Call {
        void run() throws TransportException;
    }

    private static void expectFailure(Call call) throws IOException {
        try {
            call.run();
        } catch (TransportException e) {
            return;
        }
        throw new IOException("a fault was not noticed");
    }

    /** Threads that are ending are given a moment. */
    private static void settle(int threads) throws IOException {
        try {
            for (int i = 0; i < 20 && countThreads() > threads; i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int countThreads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static int countDescriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return (int) open.count();
        }
    }
}
