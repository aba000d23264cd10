package io.fulfillx.launcher.scanning;

import io.fulfillx.scanner.gs1.DigitalLink;
import io.fulfillx.scanner.gs1.DigitalLink.Reading;
import io.fulfillx.scanner.gs1.Gs1Element;
import io.fulfillx.scanner.gs1.Gs1Error;
import io.fulfillx.scanner.gs1.Gs1Message;
import io.fulfillx.scanner.gs1.Gs1Outcome;
import io.fulfillx.scanner.gs1.Gs1Problem;
import io.fulfillx.scanner.gs1.ScanData;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code fulfillx gs1 --from FORM}. */
@Command(
        name = "gs1",
        mixinStandardHelpOptions = true,
        description = {
            "Reads GS1 messages, one per line, and says what each holds: a line of JSON each.",
            "What a message lacks is told as \"missing\": another bar code of the item may have it."
        })
public final class Gs1Command extends LineCommand {
    /** How the messages are written. */
    enum Form {
        SCAN,
        UNBRACKETED,
        BRACKETED,
        URI
    }

    @Option(
            names = "--from",
            paramLabel = "FORM",
            required = true,
            description = {
                "scan: as scanners send it, AIM identifier in front, GS for FNC1;",
                "unbracketed: ^ for FNC1; bracketed: (01)…; uri: a Digital Link"
            })
    private Form from = Form.SCAN;

    @Option(
            names = "--complete",
            description = "take a message that lacks something for a wrong one")
    private boolean complete;

    @Override
    Map<String, Object> answer(String line) {
        return switch (from) {
            case SCAN -> scan(line);
            case UNBRACKETED -> outcome(line, Gs1Message.parse(line));
            case BRACKETED -> outcome(line, Gs1Message.parseBracketed(line));
            case URI ->
                    switch (DigitalLink.parse(line)) {
                        case Reading.Read(DigitalLink link) ->
                                message(line, link.message(), Optional.of(link.canonical()));
                        case Reading.Wrong(Gs1Error error) -> wrong(error);
                    };
        };
    }

    private Map<String, Object> scan(String line) {
        return switch (ScanData.parse(line)) {
            case ScanData.Coded coded -> {
                Map<String, Object> answer =
                        message(
                                line,
                                coded.message(),
                                coded.link()
                                        .map(DigitalLink::canonical)
                                        .or(() -> link(coded.message())));
                answer.put("symbology", coded.aim().symbology().title());
                answer.put("data", coded.data());
                yield answer;
            }
            case ScanData.Plain plain -> {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("valid", true);
                nothing(answer);
                answer.put("symbology", plain.aim().symbology().title());
                answer.put("data", plain.data());
                yield answer;
            }
            case ScanData.Wrong(Gs1Error error) -> wrong(error);
        };
    }

    private Map<String, Object> outcome(String line, Gs1Outcome outcome) {
        return switch (outcome) {
            case Gs1Message message -> message(line, message, link(message));
            case Gs1Error error -> wrong(error);
        };
    }

    private static Optional<DigitalLink> link(Gs1Message message) {
        return DigitalLink.of(message, DigitalLink.CANONICAL);
    }

    private Map<String, Object> message(
            String line, Gs1Message message, Optional<DigitalLink> link) {
        List<Gs1Message.Missing> missing = message.missing();
        if (complete && !missing.isEmpty()) {
            return wrong(lacking(line, missing.getFirst()));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("valid", true);
        answer.put("unbracketed", message.unbracketed());
        answer.put("bracketed", message.bracketed());
        answer.put("elements", message.elements().stream().map(Gs1Command::element).toList());
        answer.put("uri", link.map(DigitalLink::uri).orElse(null));
        answer.put("error", null);
        if (!missing.isEmpty()) {
            answer.put("missing", missing.stream().map(Gs1Command::missing).toList());
        }
        return answer;
    }

    /** The error stands where the line has the identifier and the value, if it has them so. */
    private static Gs1Error lacking(String line, Gs1Message.Missing missing) {
        String ai = missing.element().ai();
        int bare = line.indexOf(ai + missing.element().value());
        int bracketed = line.indexOf("(" + ai + ")") + 1;
        return new Gs1Error(
                Gs1Problem.REQUISITE_MISSING, ai, bare >= 0 ? bare : bracketed, ai.length());
    }

    private static Map<String, Object> missing(Gs1Message.Missing missing) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ai", missing.element().ai());
        line.put("needs", missing.needs());
        return line;
    }

    private static Map<String, Object> element(Gs1Element element) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ai", element.ai());
        line.put("value", element.value());
        return line;
    }

    private static Map<String, Object> wrong(Gs1Error error) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("valid", false);
        nothing(answer);
        answer.put("error", error(error));
        return answer;
    }

    private static void nothing(Map<String, Object> answer) {
        answer.put("unbracketed", null);
        answer.put("bracketed", null);
        answer.put("elements", List.of());
        answer.put("uri", null);
        answer.put("error", null);
    }

    private static Map<String, Object> error(Gs1Error error) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("code", error.problem().name());
        line.put("ai", error.ai().isEmpty() ? null : error.ai());
        line.put("at", error.at());
        line.put("message", error.sentence());
        return line;
    }
}
