package io.fulfillx.printing.virtual;

import static io.fulfillx.printing.language.PrinterCondition.CUTTER_FAULT;
import static io.fulfillx.printing.language.PrinterCondition.FAULT;
import static io.fulfillx.printing.language.PrinterCondition.HEAD_OPEN;
import static io.fulfillx.printing.language.PrinterCondition.OVER_TEMPERATURE;
import static io.fulfillx.printing.language.PrinterCondition.PAPER_OUT;
import static io.fulfillx.printing.language.PrinterCondition.PAUSED;
import static io.fulfillx.printing.language.PrinterCondition.RIBBON_OUT;

import io.fulfillx.printing.language.PrinterCondition;

import java.nio.charset.StandardCharsets;

/**
 * TSPL: one byte for {@code ESC!?}, eight for {@code ESC!S}, text and the count since power-on for
 * {@code OUT}, meters for {@code ~!@}.
 */
final class TsplAnswers implements Answers {
    private static final byte[] NOTHING = {};
    private static final double METERS_PER_LABEL = 0.1556;

    private final boolean countsLabels;

    TsplAnswers(boolean countsLabels) {
        this.countsLabels = countsLabels;
    }

    @Override
    public byte[] to(String question, PrintEngine.Reading engine) {
        return switch (question) {
            case "ESC!?" -> new byte[] {(byte) flags(engine)};
            case "ESC!S" -> sentence(engine);
            case "~!@" -> bytes((long) (engine.printed() * METERS_PER_LABEL) + "\r\n");
            case "~!T" -> bytes("FULFILLX-VIRTUAL\r\n");
            default -> question.startsWith("OUT ") ? out(question.substring(4), engine) : NOTHING;
        };
    }

    /** Texts in quotes and variables, separated by semicolons; other variables are empty. */
    private byte[] out(String expression, PrintEngine.Reading engine) {
        StringBuilder told = new StringBuilder();
        for (String part : expression.split(";")) {
            String term = part.strip();
            if (term.length() >= 2 && term.startsWith("\"") && term.endsWith("\"")) {
                told.append(term, 1, term.length() - 1);
            } else if (countsLabels && term.equals("@LABEL")) {
                told.append(engine.printedSincePowerOn());
            }
        }
        return bytes(told + "\r\n");
    }

    private static int flags(PrintEngine.Reading engine) {
        return flag(engine, HEAD_OPEN, 0x01)
                | flag(engine, PAPER_OUT, 0x04)
                | flag(engine, RIBBON_OUT, 0x08)
                | flag(engine, PAUSED, 0x10)
                | (engine.busy() ? 0x20 : 0)
                | flag(engine, OVER_TEMPERATURE, 0x80)
                | flag(engine, CUTTER_FAULT, 0x80)
                | flag(engine, FAULT, 0x80);
    }

    private static int flag(PrintEngine.Reading engine, PrinterCondition condition, int bit) {
        return engine.is(condition) ? bit : 0;
    }

    private static byte[] sentence(PrintEngine.Reading engine) {
        int first =
                flag(engine, OVER_TEMPERATURE, 0x01)
                        | flag(engine, FAULT, 0x04)
                        | flag(engine, CUTTER_FAULT, 0x08);
        int second =
                flag(engine, PAPER_OUT, 0x01)
                        | flag(engine, RIBBON_OUT, 0x04)
                        | flag(engine, HEAD_OPEN, 0x20);
        char message =
                first + second != 0 ? 'E' : engine.is(PAUSED) ? '`' : engine.busy() ? 'P' : '@';
        return bytes(
                "\u0002"
                        + message
                        + '@'
                        + (char) (0x40 + first)
                        + (char) (0x40 + second)
                        + "\u0003\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
