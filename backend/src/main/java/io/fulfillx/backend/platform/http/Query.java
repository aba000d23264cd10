package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Fault;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A query parameter of a route.
 *
 * @param name as it stands in the address
 * @param about what it selects, one sentence for the API description
 * @param choices the allowed words; empty when it is none of a few
 * @param range of a whole number
 * @param byDefault what holds when it is absent
 */
public record Query(
        String name,
        String about,
        Kind kind,
        List<String> choices,
        Optional<Range> range,
        Optional<String> byDefault,
        boolean required) {
    /** How the value is written. */
    public enum Kind {
        TEXT,
        WHOLE,
        FLAG,
        ID,
        TIME,
        DAY
    }

    /** Both ends are allowed. */
    public record Range(int min, int max) {}

    public Query {
        choices = List.copyOf(choices);
    }

    /** The page size of every list. */
    static final Query LIMIT = whole("limit", "How many rows the page has at most.", 50, 1, 200);

    /** Where the next page of every list begins. */
    static final Query CURSOR =
            text("cursor", "The nextCursor of the page before; absent for the first page.");

    public static Query text(String name, String about) {
        return plain(name, about, Kind.TEXT);
    }

    public static Query flag(String name, String about) {
        return plain(name, about, Kind.FLAG);
    }

    public static Query id(String name, String about) {
        return plain(name, about, Kind.ID);
    }

    /** An instant in ISO 8601 with an offset. */
    public static Query time(String name, String about) {
        return plain(name, about, Kind.TIME);
    }

    /** A day such as 2026-03-02. */
    public static Query day(String name, String about) {
        return plain(name, about, Kind.DAY);
    }

    public static Query whole(String name, String about, int byDefault, int min, int max) {
        return new Query(
                name,
                about,
                Kind.WHOLE,
                List.of(),
                Optional.of(new Range(min, max)),
                Optional.of(Integer.toString(byDefault)),
                false);
    }

    public static Query oneOf(String name, String about, Class<? extends Enum<?>> type) {
        return oneOf(
                name,
                about,
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    public static Query oneOf(String name, String about, String... choices) {
        return new Query(
                name,
                about,
                Kind.TEXT,
                List.of(choices),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Query plain(String name, String about, Kind kind) {
        return new Query(name, about, kind, List.of(), Optional.empty(), Optional.empty(), false);
    }

    /** The same parameter, which says that when it is absent. */
    public Query whenAbsent(String value) {
        return new Query(name, about, kind, choices, range, Optional.of(value), required);
    }

    /** The same parameter, without which the route refuses. */
    public Query needed() {
        return new Query(name, about, kind, choices, range, byDefault, true);
    }

    /**
     * Checks what a request says against what is described.
     *
     * @throws Fault INVALID naming the parameter
     */
    void check(Optional<String> given) {
        if (given.isPresent() ? !fits(given.get()) : required) {
            throw new Fault(Fault.Code.INVALID, "The parameter " + name + " is " + wanted() + ".");
        }
    }

    private boolean fits(String value) {
        try {
            return switch (kind) {
                case TEXT -> choices.isEmpty() || choices.contains(value);
                case FLAG -> value.equals("true") || value.equals("false");
                case WHOLE -> {
                    int number = Integer.parseInt(value);
                    yield range.filter(r -> number < r.min() || number > r.max()).isEmpty();
                }
                case ID -> {
                    UUID _ = UUID.fromString(value);
                    yield true;
                }
                case TIME -> {
                    Instant _ = Instant.parse(value);
                    yield true;
                }
                case DAY -> {
                    LocalDate _ = LocalDate.parse(value);
                    yield true;
                }
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private String wanted() {
        return switch (kind) {
            case TEXT -> choices.isEmpty() ? "required" : "one of " + String.join(", ", choices);
            case FLAG -> "true or false";
            case ID -> "an id";
            case TIME -> "a time such as 2026-03-02T10:15:30Z";
            case DAY -> "a day such as 2026-03-02";
            case WHOLE ->
                    range.map(r -> "a whole number from " + r.min() + " to " + r.max())
                            .orElse("a whole number");
        };
    }
}
