package io.fulfillx.printing.virtual;

import static io.fulfillx.printing.language.PrinterCondition.CUTTER_FAULT;
import static io.fulfillx.printing.language.PrinterCondition.FAULT;
import static io.fulfillx.printing.language.PrinterCondition.HEAD_OPEN;
import static io.fulfillx.printing.language.PrinterCondition.OVER_TEMPERATURE;
import static io.fulfillx.printing.language.PrinterCondition.PAPER_NEAR_END;
import static io.fulfillx.printing.language.PrinterCondition.PAPER_OUT;
import static io.fulfillx.printing.language.PrinterCondition.PAUSED;

import io.fulfillx.printing.language.PrinterCondition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** ESC/POS: {@code DLE EOT 1} to {@code 4}, the automatic status, and the counter of cuts. */
final class EscposAnswers implements Answers {
    /** Bits 1 and 4 are always set: it is how a status byte is known. */
    private static final int FIXED = 0x12;

    private final boolean countsLabels;
    private boolean automatic;

    EscposAnswers(boolean countsLabels) {
        this.countsLabels = countsLabels;
    }

    @Override
    public byte[] to(String question, PrintEngine.Reading engine) {
        if (question.startsWith("DLE EOT ")) {
            return new byte[] {(byte) realTime(question.charAt(8) - '0', engine)};
        }
        if (question.startsWith("GS a ")) {
            automatic = !question.equals("GS a 0");
            return automatic ? automatic(engine) : new byte[0];
        }
        return switch (question) {
            case "GS r 1", "GS r 49" -> new byte[] {(byte) paper(engine)};
            case "GS I 1", "GS I 49" -> new byte[] {0x20};
            case "GS g 50 0 50 0", "GS g 50 0 178 0" -> cuts(engine);
            default -> new byte[0];
        };
    }

    private byte[] cuts(PrintEngine.Reading engine) {
        String count = countsLabels ? Long.toString(engine.printed()) : "";
        return ("_" + count + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static int realTime(int kind, PrintEngine.Reading engine) {
        return FIXED
                | switch (kind) {
                    case 1 -> offline(engine) ? 0x08 : 0;
                    case 2 ->
                            flag(engine, HEAD_OPEN, 0x04)
                                    | flag(engine, PAPER_OUT, 0x20)
                                    | (failed(engine) ? 0x40 : 0);
                    case 3 ->
                            flag(engine, CUTTER_FAULT, 0x08)
                                    | flag(engine, FAULT, 0x20)
                                    | flag(engine, OVER_TEMPERATURE, 0x40);
                    default -> flag(engine, PAPER_NEAR_END, 0x0c) | flag(engine, PAPER_OUT, 0x60);
                };
    }

    private static int flag(PrintEngine.Reading engine, PrinterCondition condition, int bits) {
        return engine.is(condition) ? bits : 0;
    }

    private static boolean failed(PrintEngine.Reading engine) {
        return engine.is(CUTTER_FAULT) || engine.is(FAULT) || engine.is(OVER_TEMPERATURE);
    }

    private static boolean offline(PrintEngine.Reading engine) {
        return failed(engine) || engine.is(PAPER_OUT) || engine.is(HEAD_OPEN) || engine.is(PAUSED);
    }

    private static int paper(PrintEngine.Reading engine) {
        return flag(engine, PAPER_NEAR_END, 0x03) | flag(engine, PAPER_OUT, 0x0c);
    }

    private static byte[] automatic(PrintEngine.Reading engine) {
        int first = 0x10 | (offline(engine) ? 0x08 : 0) | flag(engine, HEAD_OPEN, 0x20);
        int second =
                flag(engine, CUTTER_FAULT, 0x08)
                        | flag(engine, FAULT, 0x20)
                        | flag(engine, OVER_TEMPERATURE, 0x40);
        return new byte[] {(byte) first, (byte) second, (byte) paper(engine), 0};
    }

    @Override
    public byte[] changed(PrintEngine.Reading before, PrintEngine.Reading now) {
        boolean same = Arrays.equals(automatic(before), automatic(now));
        return automatic && !same ? automatic(now) : new byte[0];
    }
}
