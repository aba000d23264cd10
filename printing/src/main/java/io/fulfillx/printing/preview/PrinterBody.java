package io.fulfillx.printing.preview;

/** The printer around its firmware. */
public interface PrinterBody {
    /** A complete label has been received. */
    void print(ReceivedLabel label);

    /** To be told to the host as soon as every label before it is out. */
    void announce(byte[] reply);

    /**
     * A question, a change of state or a word outside any label, written readably: {@code ~HS},
     * {@code ^ee}, {@code ESC!?}, {@code ESC h}, {@code DLE EOT 1}, {@code ! U1 getvar "x"}.
     */
    void command(String text);
}
