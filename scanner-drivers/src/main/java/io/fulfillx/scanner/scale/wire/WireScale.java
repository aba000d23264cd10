package io.fulfillx.scanner.scale.wire;

import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.scanner.SourceState;
import io.fulfillx.scanner.scale.CommandOutcome;
import io.fulfillx.scanner.scale.Scale;
import io.fulfillx.scanner.scale.ScaleReading;
import io.fulfillx.scanner.scale.ScaleReading.Reason;
import io.fulfillx.scanner.scale.protocol.ScaleProtocol;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A scale on a wire. It is read all the time; when it goes it is looked for until it is back. When
 * several protocols are possible, they are tried one after the other until one is answered.
 */
public final class WireScale implements Scale {
    private static final Logger LOG = LoggerFactory.getLogger(WireScale.class);
    private static final Duration OPEN = Duration.ofSeconds(2);
    private static final Duration SEARCH = Duration.ofMillis(400);

    private final String name;
    private final List<ScaleWire> wires;
    private final AtomicReference<@Nullable PendingCommand> command = new AtomicReference<>();
    private volatile SourceState state = SourceState.MISSING;
    private volatile @Nullable String problem = "not looked for yet";
    private volatile boolean closed;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Transport open;

    /** Which one answered last. */
    private int known;

    /** What was said last about its absence, so as not to repeat it. */
    private @Nullable Reason told;

    /**
     * @param wires the ways to try, at least one; a single one is taken without trying
     */
    public WireScale(String name, List<ScaleWire> wires) {
        this.name = name;
        this.wires = List.copyOf(wires);
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
        return Optional.ofNullable(problem);
    }

    @Override
    public void start(Consumer<ScaleReading> sink) {
        thread = Thread.ofPlatform().daemon().name("scale " + name).start(() -> live(sink));
    }

    private void live(Consumer<ScaleReading> sink) {
        int turn = 0;
        try {
            while (!closed) {
                int which = (known + turn) % wires.size();
                turn = use(which, sink) ? 0 : turn + 1;
                boolean allTried = turn % wires.size() == 0;
                if (allTried && turn > 0 && !missing()) {
                    tellOnce(sink, Reason.SILENT);
                }
                if (!closed && (allTried || missing())) {
                    Thread.sleep(SEARCH);
                }
            }
        } catch (InterruptedException e) {
            // Closed: the thread ends here.
        } finally {
            state = SourceState.CLOSED;
            refusePending("the scale was closed");
        }
    }

    private boolean missing() {
        return state != SourceState.CONNECTED;
    }

    /** Whether this way was the right one, until the device went. */
    private boolean use(int which, Consumer<ScaleReading> sink) throws InterruptedException {
        ScaleWire wire = wires.get(which);
        boolean alone = wires.size() == 1;
        boolean answered = false;
        try (Transport transport = wire.opener().open(OPEN)) {
            open = transport;
            if (closed) {
                return false;
            }
            state = SourceState.CONNECTED;
            Conversation talk = new Conversation(transport, wire.talk().get());
            ScaleSession session = new ScaleSession(talk, () -> !closed, command);
            answered = session.begin(alone);
            if (answered) {
                known = which;
                told = null;
                problem = null;
                LOG.debug("scale {} speaks {} on {}", name, wire.protocol(), open.description());
                session.run(sink, silent -> problem = silent ? silence(wire, alone) : null);
            } else {
                problem = silence(wire, alone);
            }
        } catch (TransportException e) {
            LOG.debug("scale {}: {}", name, e.getMessage());
            state = SourceState.MISSING;
            problem = Objects.requireNonNullElse(e.getMessage(), "gone");
            told = answered ? null : told;
            tellOnce(sink, Reason.GONE);
            refusePending("the scale is not connected");
        }
        return answered;
    }

    private static String silence(ScaleWire wire, boolean alone) {
        return alone
                ? "the scale does not answer in the protocol " + wire.protocol()
                : "the scale does not answer in any known protocol";
    }

    private void tellOnce(Consumer<ScaleReading> sink, Reason reason) {
        if (told != reason && !closed) {
            told = reason;
            sink.accept(new ScaleReading.Stale(reason));
        }
    }

    @Override
    public CommandOutcome zero() {
        return command(ScaleProtocol::zero);
    }

    @Override
    public CommandOutcome tare() {
        return command(ScaleProtocol::tare);
    }

    private CommandOutcome command(Function<ScaleProtocol, byte[]> bytes) {
        if (state != SourceState.CONNECTED) {
            return new CommandOutcome.Refused("the scale is not connected");
        }
        PendingCommand wanted = new PendingCommand(bytes);
        if (!command.compareAndSet(null, wanted)) {
            return new CommandOutcome.Refused("the scale is still busy with the last command");
        }
        try {
            return wanted.await();
        } finally {
            command.compareAndSet(wanted, null);
        }
    }

    private void refusePending(String sentence) {
        PendingCommand pending = command.get();
        if (pending != null) {
            pending.refuse(sentence);
        }
    }

    @Override
    public void close() {
        closed = true;
        state = SourceState.CLOSED;
        Transport using = open;
        if (using != null) {
            using.close();
        }
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
