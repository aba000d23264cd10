package io.fulfillx.backend.platform.sql;

import io.fulfillx.backend.platform.Fault;

import java.util.function.Function;

/** What became of one of several requests that share a transaction. */
public sealed interface Settled<R> {
    /** It was done; what it wrote commits. */
    record Done<R>(R value) implements Settled<R> {}

    /** It was refused and has written nothing. */
    record Refused<R>(Fault fault) implements Settled<R> {}

    static <R> Settled<R> done(R value) {
        return new Done<>(value);
    }

    static <R> Settled<R> refused(Fault fault) {
        return new Refused<>(fault);
    }

    /** The same with another value. */
    default <S> Settled<S> map(Function<R, S> change) {
        return switch (this) {
            case Done<R>(R value) -> new Done<>(change.apply(value));
            case Refused<R>(Fault fault) -> new Refused<>(fault);
        };
    }

    /**
     * The value.
     *
     * @throws Fault why it was refused
     */
    default R get() {
        return switch (this) {
            case Done<R>(R value) -> value;
            case Refused<R>(Fault fault) -> throw fault;
        };
    }
}
