package io.fulfillx.launcher.scanning;

import io.fulfillx.scanner.tracking.Carrier;
import io.fulfillx.scanner.tracking.CarrierNumber;
import io.fulfillx.scanner.tracking.Tracking;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code fulfillx tracking}. */
@Command(
        name = "tracking",
        mixinStandardHelpOptions = true,
        description = {
            "Reads carriers' numbers, one per line, and says whose each is: a line of JSON each.",
            "An AIM identifier may stand in front, as scanners send it."
        })
public final class TrackingCommand extends LineCommand {
    @Override
    Map<String, Object> answer(String line) {
        return switch (Tracking.read(line)) {
            case Tracking.Found found -> found(found);
            case Tracking.WrongCheckDigit wrong ->
                    wrong(wrong.carrier(), wrong.number(), "WRONG_CHECK_DIGIT", wrong.sentence());
            case Tracking.Unknown(String sentence) -> wrong(null, null, "UNKNOWN", sentence);
        };
    }

    private static Map<String, Object> found(Tracking.Found found) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("valid", true);
        answer.putAll(number(found.best()));
        answer.put("error", null);
        if (!found.certain()) {
            answer.put(
                    "candidates",
                    found.candidates().stream().map(TrackingCommand::number).toList());
        }
        return answer;
    }

    private static Map<String, Object> number(CarrierNumber number) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("carrier", carrier(number));
        line.put("service", number.service().orElse(null));
        line.put("number", number.number());
        line.put("kind", number.kind().name());
        line.put("checked", number.checked());
        line.put("destination", number.destination().orElse(null));
        return line;
    }

    /** A shipping unit is named by what it is, since it is the sender's. */
    private static String carrier(CarrierNumber number) {
        boolean unit =
                number.carrier() == Carrier.ANY
                        && number.kind() == CarrierNumber.Kind.SHIPPING_UNIT;
        return unit ? "SSCC" : number.carrier().title();
    }

    private static Map<String, Object> wrong(
            @Nullable Carrier carrier, @Nullable String number, String code, String sentence) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", sentence);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("valid", false);
        answer.put("carrier", carrier == null ? null : carrier.title());
        answer.put("service", null);
        answer.put("number", number);
        answer.put("error", error);
        return answer;
    }
}
