package io.fulfillx.printing.language;

import java.util.List;

/** How one language asks a printer about itself, and how the answers read. Pure. */
public interface StatusDialect {
    /**
     * Bytes that make the printer answer at once. They may be sent between labels only.
     *
     * @param withCount also asks for the count of labels ever printed, where the language has one
     */
    byte[] question(boolean withCount);

    /**
     * Everything understood in the bytes that came since the question, however they were split; of
     * several answers the last one counts. Bytes that are no answer are passed over.
     */
    StatusReading read(byte[] received);

    /**
     * Whether the status tells of labels received and not yet out. Where it does not, an idle
     * printer proves nothing about a label.
     */
    boolean showsWork();

    /** Whether the printer can announce a label by its token once it is out. */
    boolean announces();

    /**
     * The label with the request to announce itself; unchanged where the language cannot.
     *
     * @param label one complete label
     * @param token 1 to 24 letters and digits
     */
    byte[] announced(byte[] label, String token);

    /** Whether it says a {@link LabelWord} for each label that is out and for each stop. */
    default boolean acknowledges() {
        return false;
    }

    /** The words in bytes that have just come; none is split over two calls. */
    default List<LabelWord> words(byte[] more) {
        return List.of();
    }

    /** Whether the count begins again at each power-on. */
    default boolean countRestarts() {
        return false;
    }

    /** Makes the printer forget a label that was cut off on its way; empty where it cannot. */
    byte[] discard();
}
