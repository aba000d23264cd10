package io.fulfillx.scanner.scale.wire;

import io.fulfillx.model.quantity.Weight;
import io.fulfillx.scanner.scale.CommandOutcome;
import io.fulfillx.scanner.scale.ScaleReading;
import io.fulfillx.scanner.scale.protocol.Heard;
import io.fulfillx.scanner.scale.protocol.ScaleProtocol;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Zero or tare on its way. It is done when the scale says so, or shows zero after it. */
final class PendingCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Function<ScaleProtocol, byte[]> bytes;
    private final CompletableFuture<CommandOutcome> outcome = new CompletableFuture<>();
    private long sentAt;

    PendingCommand(Function<ScaleProtocol, byte[]> bytes) {
        this.bytes = bytes;
    }

    byte[] bytes(ScaleProtocol protocol) {
        return bytes.apply(protocol);
    }

    void sent(long nanoTime) {
        sentAt = nanoTime;
    }

    boolean over() {
        return outcome.isDone();
    }

    void hear(Heard heard) {
        switch (heard) {
            case Heard.Taken() -> outcome.complete(new CommandOutcome.Done());
            case Heard.Refused(var sentence) -> refuse(sentence);
            case Heard.Weighed _, Heard.Shown _, Heard.Asks _ -> {
                // Judged as a reading.
            }
        }
    }

    void see(ScaleReading reading, long nanoTime) {
        if (reading instanceof ScaleReading.Stable(Weight weight) && weight.grams() == 0) {
            outcome.complete(new CommandOutcome.Done());
        } else if (nanoTime - sentAt > PATIENCE.toNanos()) {
            refuse("the scale does not go to zero: is the load at rest and within its zero range?");
        }
    }

    void refuse(String sentence) {
        outcome.complete(new CommandOutcome.Refused(sentence));
    }

    CommandOutcome await() {
        try {
            return outcome.get(PATIENCE.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CommandOutcome.Refused("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            refuse("the scale does not answer");
            return outcome.getNow(new CommandOutcome.Refused("the scale does not answer"));
        }
    }
}
