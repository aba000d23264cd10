package io.fulfillx.backend.platform.sql;

import java.util.Optional;

/**
 * Where a change stands among all changes: the number of its transaction. Whoever brings it to a
 * read gets an answer that knows the change.
 *
 * @param transaction PostgreSQL's 64-bit transaction number
 */
public record Position(long transaction) {
    /** Its name in HTTP headers, both ways. */
    public static final String HEADER = "X-Position";

    private static final long EPOCH = 1L << 32;

    /** Reads a position; empty when it is none. */
    public static Optional<Position> find(String text) {
        return text.matches("[0-9]{1,18}")
                ? Optional.of(new Position(Long.parseLong(text)))
                : Optional.empty();
    }

    /**
     * The transaction that wrote a row, from the 32 bits that the row remembers.
     *
     * @param row the row's xmin
     * @param next a transaction number that is not below any that the row may have
     */
    public static Position of(long row, long next) {
        long sameEpoch = (next & -EPOCH) | row;
        return new Position(sameEpoch > next ? sameEpoch - EPOCH : sameEpoch);
    }

    @Override
    public String toString() {
        return Long.toString(transaction);
    }
}
