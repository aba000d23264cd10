package io.fulfillx.printing.virtual;

import static io.fulfillx.printing.language.PrinterCondition.HEAD_OPEN;
import static io.fulfillx.printing.language.PrinterCondition.PAPER_OUT;

/** CPCL: one byte for {@code ESC h}, with bits for busy, no paper and open, and no label count. */
final class CpclAnswers implements Answers {
    @Override
    public byte[] to(String question, PrintEngine.Reading engine) {
        int bits =
                (engine.busy() ? 1 : 0)
                        | (engine.is(PAPER_OUT) ? 2 : 0)
                        | (engine.is(HEAD_OPEN) ? 4 : 0);
        return question.equals("ESC h") ? new byte[] {(byte) bits} : new byte[0];
    }
}
