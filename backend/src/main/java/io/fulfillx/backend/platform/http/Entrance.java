package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Deadline;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.Precedence;
import io.helidon.webserver.http.ServerRequest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The way into the house: a place in it, the time a request has there, and how much it may bring. A
 * station's long poll takes as long as it asked for, a stream as long as it flows.
 */
record Entrance(Admission admission, Precedence precedence, Duration deadline, int maxBodyBytes) {
    <T> T pass(Route route, Load load, Supplier<T> work) {
        boolean hurried = load != Load.STATION && !route.notes().streams();
        Supplier<T> timed = hurried ? () -> Deadline.within(deadline, work) : work;
        return admission.admit(
                load, () -> load == Load.READ ? precedence.first(timed) : timed.get());
    }

    /**
     * The whole body, which is not a long one.
     *
     * @throws Fault TOO_LARGE
     */
    byte[] body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        OptionalLong told = request.headers().contentLength();
        if (told.isPresent() && told.getAsLong() > maxBodyBytes) {
            throw tooLarge();
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(maxBodyBytes + 1);
            if (body.length > maxBodyBytes) {
                throw tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fault tooLarge() {
        return new Fault(
                Fault.Code.TOO_LARGE, "The request has at most " + maxBodyBytes + " bytes.");
    }
}
