package io.fulfillx.printing.virtual;

import io.fulfillx.printing.language.PrinterCondition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * EPL2: {@code ^ee} is answered by two digits. After {@code US} each printed request is confirmed
 * by ACK and each fault told as NAK and its digits; after {@code UT} what is left is told with
 * them.
 */
final class EplAnswers implements Answers {
    private static final Map<PrinterCondition, String> CODES =
            Map.of(
                    PrinterCondition.PAPER_OUT, "07",
                    PrinterCondition.RIBBON_OUT, "07",
                    PrinterCondition.HEAD_OPEN, "11",
                    PrinterCondition.PAUSED, "12",
                    PrinterCondition.OVER_TEMPERATURE, "13",
                    PrinterCondition.CUTTER_FAULT, "81",
                    PrinterCondition.FAULT, "80");
    private static final List<PrinterCondition> ORDER =
            List.of(
                    PrinterCondition.FAULT,
                    PrinterCondition.CUTTER_FAULT,
                    PrinterCondition.HEAD_OPEN,
                    PrinterCondition.PAPER_OUT,
                    PrinterCondition.RIBBON_OUT,
                    PrinterCondition.OVER_TEMPERATURE,
                    PrinterCondition.PAUSED);

    private enum Report {
        OFF,
        CODES,
        CODES_AND_REST
    }

    private Report report = Report.OFF;

    @Override
    public byte[] to(String question, PrintEngine.Reading engine) {
        switch (question) {
            case "US" -> report = Report.CODES;
            case "UT" -> report = Report.CODES_AND_REST;
            case "UN", "^@" -> report = Report.OFF;
            default -> {
                // Only ^ee is left, and it is answered below.
            }
        }
        return question.equals("^ee") ? bytes(status(engine)) : new byte[0];
    }

    private String status(PrintEngine.Reading engine) {
        String code = code(engine);
        String told = code.equals("00") && engine.busy() ? "50" : code;
        return told + (report == Report.CODES_AND_REST ? rest(engine) : "") + "\r\n";
    }

    private static String code(PrintEngine.Reading engine) {
        return ORDER.stream().filter(engine::is).map(CODES::get).findFirst().orElse("00");
    }

    private static String rest(PrintEngine.Reading engine) {
        return "P%03dL%05d"
                .formatted(Math.min(999, engine.labelsRemaining()), engine.busy() ? 1218 : 0);
    }

    @Override
    public byte[] changed(PrintEngine.Reading before, PrintEngine.Reading now) {
        boolean worse = !code(before).equals(code(now)) && !code(now).equals("00");
        boolean printed = now.printed() > before.printed() && now.labelsRemaining() == 0;
        return switch (report) {
            case OFF -> new byte[0];
            case CODES ->
                    worse ? bytes("\u0015" + code(now) + "\r\n") : bytes(printed ? "\u0006" : "");
            case CODES_AND_REST -> bytes(worse ? code(now) + rest(now) + "\r\n" : "");
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
