package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.wire.Json;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids and times that examples are written with, and what they are in this run. Replies that are
 * written down twice are the same: whatever has no name of its own is named in the order in which
 * it appears, and each step of the story takes a minute of one morning.
 */
final class ExampleIds {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern CURSOR = Pattern.compile("\\b[A-Za-z0-9_-]{48}\\b");
    private static final Pattern CORRELATION = Pattern.compile("(?<=\"correlationId\":\")[^\"]+");
    private static final String OURS = "01980000-0000-7000-8000-";
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final int FIRST_WITHOUT_A_NAME = 1_001;

    private final Map<String, String> actual = new LinkedHashMap<>();
    private final Map<String, String> unnamed = new LinkedHashMap<>();
    private final Map<String, String> correlations = new LinkedHashMap<>();
    private final List<Instant> steps = new ArrayList<>();

    /** How a thing is called in all examples. */
    static String name(int number) {
        return OURS + "%012d".formatted(number);
    }

    /** What follows happens in the next minute. */
    void nextStep() {
        steps.add(Instant.now());
    }

    void learn(int number, String id) {
        learn(name(number), id);
    }

    /** Something else than an id, such as a code. */
    void learn(String name, String real) {
        actual.put(name, real);
    }

    String real(String text) {
        String now = text;
        for (Map.Entry<String, String> id : actual.entrySet()) {
            now = now.replace(id.getKey(), id.getValue());
        }
        return replace(TIME, now, this::realTime);
    }

    JsonNode real(JsonNode node) {
        return node.isMissingNode() ? node : Json.read(real(node.toString()), JsonNode.class);
    }

    JsonNode written(JsonNode node) {
        String text = replace(CURSOR, node.toString(), this::cursor);
        String named = replace(CORRELATION, named(text), this::correlation);
        return Json.read(replace(TIME, named, this::time), JsonNode.class);
    }

    private String named(String text) {
        String now = text;
        for (Map.Entry<String, String> id : actual.entrySet()) {
            now = now.replace(id.getValue(), id.getKey());
        }
        return replace(ID, now, this::nameOf);
    }

    private static String replace(Pattern pattern, String text, UnaryOperator<String> by) {
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(by.apply(found.group())));
    }

    private String nameOf(String id) {
        return id.startsWith(OURS)
                ? id
                : unnamed.computeIfAbsent(id, _ -> name(FIRST_WITHOUT_A_NAME + unnamed.size()));
    }

    /** A cursor is an id in Base64. */
    private String cursor(String text) {
        String id = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        return ID.matcher(id).matches()
                ? Base64.getUrlEncoder()
                        .encodeToString(named(id).getBytes(StandardCharsets.US_ASCII))
                : text;
    }

    private String correlation(String id) {
        return correlations.computeIfAbsent(
                id, _ -> "Xb2f0Qm7T%03d".formatted(correlations.size() + 1));
    }

    /** A minute of that morning is when the step began. */
    private String realTime(String text) {
        long minute = Duration.between(MORNING, Instant.parse(text)).toMinutes();
        return minute < 1 || minute > steps.size() ? text : steps.get((int) minute - 1).toString();
    }

    /** Times of this run alone: what the examples themselves say stays as it is. */
    private String time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(steps.getFirst()) || time.isAfter(Instant.now())) {
            return text;
        }
        long minutes = steps.stream().filter(begun -> !begun.isAfter(time)).count();
        return MORNING.plus(Duration.ofMinutes(minutes)).toString();
    }
}
