package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Fault;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets a bounded number of requests in at the same time, each kind up to its share. One more is
 * refused at once: a queue that grows without end answers everybody too late.
 */
final class Admission {
    private final Map<Load, Door> doors = new EnumMap<>(Load.class);

    Admission(HttpConfig.Shares shares, MeterRegistry metrics) {
        Arrays.stream(Load.values())
                .forEach(load -> doors.put(load, Door.of(load, shares.of(load), metrics)));
    }

    private record Door(Semaphore places, Counter refused) {
        static Door of(Load load, int size, MeterRegistry metrics) {
            Semaphore places = new Semaphore(size);
            metrics.gauge(
                    "fulfillx.http.inside",
                    Tags.of("load", load.word()),
                    places,
                    free -> size - free.availablePermits());
            return new Door(places, metrics.counter("fulfillx.http.refused", "load", load.word()));
        }
    }

    /**
     * @throws Fault OVERLOADED when the house is full; then nothing was done
     */
    <T> T admit(Load load, Supplier<T> work) {
        Door door = Objects.requireNonNull(doors.get(load));
        if (!door.places().tryAcquire()) {
            door.refused().increment();
            throw new Fault(
                    Fault.Code.OVERLOADED,
                    "Too much is asked at the same time; nothing was done. Try again in a moment.");
        }
        try {
            return work.get();
        } finally {
            door.places().release();
        }
    }
}
