package io.fulfillx.scanner.gs1;

import java.util.Optional;

/** What reading gave: a whole message, or the first thing that is wrong with it. */
public sealed interface Gs1Outcome permits Gs1Message, Gs1Error {
    /** The message, if it is one. */
    default Optional<Gs1Message> message() {
        return this instanceof Gs1Message message ? Optional.of(message) : Optional.empty();
    }

    /** What is wrong, if anything is. */
    default Optional<Gs1Error> error() {
        return this instanceof Gs1Error error ? Optional.of(error) : Optional.empty();
    }
}
