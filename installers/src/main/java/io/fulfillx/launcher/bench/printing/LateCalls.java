package io.fulfillx.launcher.bench.printing;

import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.device.transport.Transports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long after their deadlines calls to a stalled printer end, in milliseconds; the worst. */
final class LateCalls {
    private static final double NANOS = 1e6;
    private static final int LONGEST_MILLIS = 60;

    /** More than any buffer on the way. */
    private static final byte[] ENDLESS = new byte[16 << 20];

    /** Something that is given a time. */
    private interface Call {
        void run(Duration deadline) throws TransportException;
    }

    private final StalledPrinter.Kind kind;
    private final int calls;
    private final Random random = new Random(3);

    LateCalls(StalledPrinter.Kind kind, int calls) {
        this.kind = kind;
        this.calls = calls;
    }

    /** Connecting to a port whose queue of callers is full: packets get no answer at all. */
    double connect() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(busy.getInetAddress(), busy.getLocalPort());
                Socket second = new Socket(busy.getInetAddress(), busy.getLocalPort())) {
            if (!first.isConnected() || !second.isConnected()) {
                throw new IOException("the port's queue cannot be filled");
            }
            URI address = URI.create("tcp://127.0.0.1:" + busy.getLocalPort());
            return worst(deadline -> Transports.open(address, deadline).close());
        }
    }

    double read() throws IOException {
        try (StalledPrinter printer = StalledPrinter.open(kind)) {
            return worst(deadline -> printer.transport().read(deadline));
        }
    }

    double write() throws IOException {
        try (StalledPrinter printer = StalledPrinter.open(kind)) {
            return worst(deadline -> printer.transport().write(ENDLESS, deadline));
        }
    }

    /** The same for doing nothing: what a busy machine adds to every figure here. */
    double sleep() {
        return worst(deadline -> LockSupport.parkNanos(deadline.toNanos()));
    }

    private double worst(Call call) {
        double worst = 0;
        for (int i = 0; i < calls; i++) {
            Duration deadline = Duration.ofMillis(1 + random.nextInt(LONGEST_MILLIS));
            long start = System.nanoTime();
            try {
                call.run(deadline);
            } catch (TransportException e) {
                // What a stalled printer is answered with.
            }
            long took = System.nanoTime() - start;
            worst = Math.max(worst, (took - deadline.toNanos()) / NANOS);
        }
        return worst;
    }

    double cancelRead() throws IOException {
        return cancel((transport, deadline) -> transport.read(deadline));
    }

    double cancelWrite() throws IOException {
        return cancel((transport, deadline) -> transport.write(ENDLESS, deadline));
    }

    /** Something that waits for the printer. */
    private interface Wait {
        void on(Transport transport, Duration deadline) throws TransportException;
    }

    private double cancel(Wait wait) throws IOException {
        double worst = 0;
        for (int i = 0; i < calls; i++) {
            try (StalledPrinter printer = StalledPrinter.open(kind)) {
                FutureTask<Long> waiting =
                        new FutureTask<>(
                                () -> {
                                    wait.on(printer.transport(), Duration.ofMinutes(1));
                                    return System.nanoTime();
                                });
                Thread.ofPlatform().daemon().start(waiting);
                TimeUnit.MILLISECONDS.sleep(5 + random.nextInt(20));
                long start = System.nanoTime();
                printer.transport().close();
                awaitFailure(waiting);
                worst = Math.max(worst, (System.nanoTime() - start) / NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        return worst;
    }

    private static void awaitFailure(FutureTask<Long> waiting)
            throws IOException, InterruptedException {
        try {
            waiting.get();
            throw new IOException("a call survived the closing of its port");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TransportException)) {
                throw new IOException(e);
            }
        }
    }
}
