package io.fulfillx.scanner.scale.wire;

import io.fulfillx.device.transport.TransportException;
import io.fulfillx.scanner.scale.ScaleReading;
import io.fulfillx.scanner.scale.protocol.Heard;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One connection from its first answer to its end. */
final class ScaleSession {
    /** Ten answers a second: a hand notices no delay, and a scale at 1200 baud keeps up. */
    private static final Duration PACE = Duration.ofMillis(100);

    private static final Duration SILENCE = Duration.ofMillis(1_200);
    private static final Duration PROBE = Duration.ofMillis(600);

    private final Conversation talk;
    private final BooleanSupplier wanted;
    private final AtomicReference<@Nullable PendingCommand> command;
    private final Steadiness steadiness = new Steadiness();
    private @Nullable PendingCommand running;
    private long lastAnswer = System.nanoTime();
    private boolean silent;

    /**
     * @param wanted false once the scale was closed
     */
    ScaleSession(
            Conversation talk,
            BooleanSupplier wanted,
            AtomicReference<@Nullable PendingCommand> command) {
        this.talk = talk;
        this.wanted = wanted;
        this.command = command;
    }

    /**
     * @param certain whether there is no doubt about the protocol
     * @return whether somebody speaks it here
     */
    boolean begin(boolean certain) throws TransportException {
        if (certain) {
            return true;
        }
        long end = System.nanoTime() + PROBE.toNanos();
        while (wanted.getAsBoolean() && System.nanoTime() - end < 0) {
            if (talk.round().stream().anyMatch(ScaleSession::reading)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reading(Heard heard) {
        return heard instanceof Heard.Weighed || heard instanceof Heard.Shown;
    }

    /**
     * Reads until the device has gone or nobody wants it any more.
     *
     * @param silence told when it stops to answer, and when it answers again
     */
    void run(Consumer<ScaleReading> sink, Consumer<Boolean> silence)
            throws TransportException, InterruptedException {
        lastAnswer = System.nanoTime();
        while (wanted.getAsBoolean()) {
            long began = System.nanoTime();
            List<Heard> heard = running == null ? talk.round() : obeying();
            long now = System.nanoTime();
            boolean answered = false;
            for (Heard each : heard) {
                answered |= take(each, now, sink);
            }
            watch(answered, now, sink, silence);
            command(now);
            if (talk.asks()) {
                long left = PACE.toNanos() - (System.nanoTime() - began);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
            }
        }
    }

    private boolean take(Heard heard, long now, Consumer<ScaleReading> sink) {
        PendingCommand pending = running;
        if (pending != null) {
            pending.hear(heard);
        }
        ScaleReading reading =
                switch (heard) {
                    case Heard.Weighed(var said, var digits) ->
                            steadiness.weighed(said, digits, now);
                    case Heard.Shown(var resting, var digits) ->
                            steadiness.shown(resting, digits, now);
                    case Heard.Taken _, Heard.Refused _, Heard.Asks _ -> null;
                };
        if (reading == null) {
            return heard instanceof Heard.Taken;
        }
        if (pending != null) {
            pending.see(reading, now);
        }
        sink.accept(reading);
        return true;
    }

    private void watch(
            boolean answered, long now, Consumer<ScaleReading> sink, Consumer<Boolean> silence) {
        if (answered) {
            lastAnswer = now;
            if (silent) {
                silent = false;
                silence.accept(false);
            }
        } else if (!silent && now - lastAnswer > SILENCE.toNanos()) {
            silent = true;
            silence.accept(true);
            sink.accept(new ScaleReading.Stale(ScaleReading.Reason.SILENT));
        }
    }

    /** Lets the scale obey without a question in between, which would interrupt some. */
    private List<Heard> obeying() throws TransportException {
        List<Heard> heard = new ArrayList<>(talk.wait(PACE.multipliedBy(5)));
        if (heard.isEmpty()) {
            heard.addAll(talk.round());
        }
        return heard;
    }

    private void command(long now) {
        if (running != null && running.over()) {
            running = null;
        }
        PendingCommand next = command.get();
        if (running != null || next == null || next.over()) {
            return;
        }
        byte[] bytes = next.bytes(talk.protocol());
        if (bytes.length == 0) {
            next.refuse("this scale takes no such command: use its own key");
            return;
        }
        next.sent(now);
        running = next;
        try {
            talk.tell(bytes);
        } catch (TransportException e) {
            next.refuse("the scale does not take the command: " + e.getMessage());
        }
    }
}
