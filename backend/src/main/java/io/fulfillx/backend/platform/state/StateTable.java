package io.fulfillx.backend.platform.state;

import io.fulfillx.backend.platform.Fault;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which verb leads from which state to which; what is not in the table is refused. Immutable.
 *
 * @param <S> the states
 * @param <V> the verbs
 */
public final class StateTable<S extends Enum<S>, V extends Enum<V>> {
    private final String subject;
    private final Map<S, Map<V, S>> steps;

    private StateTable(String subject, Map<S, Map<V, S>> steps) {
        this.subject = subject;
        this.steps = steps;
    }

    /**
     * An empty table.
     *
     * @param subject what has these states, as a sentence begins: {@code The parcel}
     */
    public static <S extends Enum<S>, V extends Enum<V>> Writer<S, V> of(
            String subject, Class<S> states, Class<V> verbs) {
        return new Writer<>(subject, states, verbs);
    }

    /** Where the verb leads; empty when it is not possible there. */
    public Optional<S> next(S from, V verb) {
        return Optional.ofNullable(row(from).get(verb));
    }

    /**
     * Where the verb leads.
     *
     * @throws Fault NOT_ALLOWED_NOW naming what is possible instead
     */
    public S require(S from, V verb) {
        return next(from, verb).orElseThrow(() -> refusal(from, verb));
    }

    /** The fault that names what is possible in that state. */
    public Fault refusal(S from, V verb) {
        String possible =
                verbs(from).isEmpty()
                        ? "Nothing can be done with it any more."
                        : "Possible now: "
                                + verbs(from).stream()
                                        .map(StateTable::words)
                                        .collect(Collectors.joining(", "))
                                + ".";
        return new Fault(
                Fault.Code.NOT_ALLOWED_NOW,
                subject + " is " + from + "; " + words(verb) + " is not possible. " + possible);
    }

    /** Upper-case words with blanks: RETURN_TO_QUEUE is "return to queue". */
    private static String words(Enum<?> verb) {
        return verb.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** What is possible in that state. */
    public Set<V> verbs(S from) {
        return row(from).keySet();
    }

    /** True when nothing leads out of that state. */
    public boolean isFinal(S state) {
        return row(state).values().stream().allMatch(to -> to == state);
    }

    private Map<V, S> row(S from) {
        return steps.getOrDefault(from, Map.of());
    }

    /** Fills a table. */
    public static final class Writer<S extends Enum<S>, V extends Enum<V>> {
        private final String subject;
        private final Class<V> verbs;
        private final Map<S, Map<V, S>> steps;

        private Writer(String subject, Class<S> states, Class<V> verbs) {
            this.subject = subject;
            this.verbs = verbs;
            this.steps = new EnumMap<>(states);
        }

        /** From each of these states the verb leads to that one. */
        public Writer<S, V> step(Set<S> from, V verb, S to) {
            from.forEach(state -> put(state, verb, to));
            return this;
        }

        /** The verb is possible in these states and changes none of them. */
        public Writer<S, V> stay(Set<S> in, V verb) {
            in.forEach(state -> put(state, verb, state));
            return this;
        }

        private void put(S from, V verb, S to) {
            S before = steps.computeIfAbsent(from, _ -> new EnumMap<>(verbs)).put(verb, to);
            if (before != null) {
                throw new IllegalStateException(from + " has two ways for " + verb);
            }
        }

        public StateTable<S, V> done() {
            return new StateTable<>(subject, steps);
        }
    }

    /** A set of states, for the tables. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <S extends Enum<S>> Set<S> in(S first, S... others) {
        return EnumSet.of(first, others);
    }
}
