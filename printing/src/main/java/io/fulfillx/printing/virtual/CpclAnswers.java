package io.fulfillx.printing.virtual;

import static io.fulfillx.printing.language.PrinterCondition.HEAD_OPEN;
import static io.fulfillx.printing.language.PrinterCondition.PAPER_OUT;

import java.nio.charset.StandardCharsets;

/** CPCL: one byte for {@code ESC h}, with bits for busy, no paper and open, and a variable. */
final class CpclAnswers implements Answers {
    private final boolean countsLabels;

    CpclAnswers(boolean countsLabels) {
        this.countsLabels = countsLabels;
    }

    @Override
    public byte[] to(String question, PrintEngine.Reading engine) {
        if (question.startsWith("! U1 getvar ")) {
            boolean known = countsLabels && question.contains("\"odometer.total_label_count\"");
            String value = known ? Long.toString(engine.printed()) : "?";
            return ("\"" + value + "\"").getBytes(StandardCharsets.US_ASCII);
        }
        int bits =
                (engine.busy() ? 1 : 0)
                        | (engine.is(PAPER_OUT) ? 2 : 0)
                        | (engine.is(HEAD_OPEN) ? 4 : 0);
        return question.equals("ESC h") ? new byte[] {(byte) bits} : new byte[0];
    }
}
