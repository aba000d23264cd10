package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Deadline;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The way into the house: a place in it, and the time a request has there. A station's long poll
 * takes as long as it asked for.
 */
record Entrance(Admission admission, Duration deadline) {
    <T> T pass(Load load, Supplier<T> work) {
        return admission.admit(
                load, () -> load == Load.STATION ? work.get() : Deadline.within(deadline, work));
    }
}
