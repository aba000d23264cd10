package io.fulfillx.scanner.port;

import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.scanner.Feedback;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.SourceState;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A scanner on any wire. One thread listens; it sleeps until a byte comes. When the device goes it
 * looks for it every {@link #SEARCH} until it is back.
 */
public final class PortScanner implements ScanSource {
    /** Short enough that a scanner plugged in again is back well within two seconds. */
    public static final Duration SEARCH = Duration.ofMillis(400);

    private static final Logger LOG = LoggerFactory.getLogger(PortScanner.class);
    private static final Duration TELL = Duration.ofMillis(500);

    private final String name;
    private final Wire wire;
    private final Clock clock;
    private final List<Consumer<SourceState>> listeners = new CopyOnWriteArrayList<>();
    private final Object changing = new Object();
    private volatile SourceState state = SourceState.MISSING;
    private volatile String problem = "";
    private volatile boolean closed;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Transport open;

    /**
     * @param name what people call it; every scan carries it
     */
    public PortScanner(String name, Wire wire, Clock clock) {
        this.name = name;
        this.wire = wire;
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
    public Optional<String> problem() {
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    @Override
    public void onState(Consumer<SourceState> listener) {
        synchronized (changing) {
            listeners.add(listener);
            listener.accept(state);
        }
    }

    private void change(SourceState next, String why) {
        synchronized (changing) {
            problem = why;
            if (state == next || state == SourceState.CLOSED) {
                return;
            }
            state = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }

    @Override
    public void start(Consumer<Scan> sink) {
        thread = Thread.ofPlatform().daemon().name("scanner " + name).start(() -> listen(sink));
    }

    private void listen(Consumer<Scan> sink) {
        try {
            while (!closed) {
                connect(sink);
                if (!closed) {
                    Thread.sleep(SEARCH);
                }
            }
        } catch (InterruptedException e) {
            // Closed: the thread ends here.
        } finally {
            change(SourceState.CLOSED, "");
        }
    }

    private void connect(Consumer<Scan> sink) {
        try (Transport transport = wire.open()) {
            open = transport;
            if (closed) {
                return;
            }
            LOG.debug("scanner {} is on {}", name, transport.description());
            change(SourceState.CONNECTED, "");
            read(transport, sink);
        } catch (TransportException e) {
            LOG.debug("scanner {}: {}", name, e.getMessage());
            change(SourceState.MISSING, String.valueOf(e.getMessage()));
        } finally {
            open = null;
        }
    }

    private void read(Transport transport, Consumer<Scan> sink) throws TransportException {
        Framing framing = wire.framing(transport);
        while (!closed) {
            byte[] chunk = transport.read(framing.patience(System.nanoTime()));
            long now = System.nanoTime();
            List<String> scans = chunk.length == 0 ? framing.idle(now) : framing.bytes(chunk, now);
            for (String scan : scans) {
                sink.accept(Scan.of(name, scan, clock.instant()));
            }
        }
    }

    @Override
    public boolean feedback(Feedback feedback) {
        Transport present = open;
        if (present == null) {
            return false;
        }
        byte[] command = wire.feedback(present).bytes(feedback);
        if (command.length == 0) {
            return false;
        }
        Thread.ofVirtual().name("tell " + name).start(() -> tell(present, command));
        return true;
    }

    private void tell(Transport present, byte[] command) {
        try {
            present.write(command, TELL);
        } catch (TransportException e) {
            LOG.debug("scanner {} was not told: {}", name, e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running == null) {
            change(SourceState.CLOSED, "");
            return;
        }
        if (running.equals(Thread.currentThread())) {
            return;
        }
        Transport present = open;
        if (present != null) {
            present.close();
        }
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        change(SourceState.CLOSED, "");
    }
}
