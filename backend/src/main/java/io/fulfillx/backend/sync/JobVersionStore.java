package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.sql.Tx;

/**
 * Numbers the versions of a job, so that a station keeps the newest. No clock has a part in it: one
 * that is set back would make stations keep what is old.
 */
final class JobVersionStore {
    /**
     * Above all numbers of an earlier release (microseconds since 1970), so that its stations take
     * the next version; small enough to be exact as a floating point number, too.
     */
    private static final long BASE = 1L << 52;

    private static final String SEEN =
            """
            select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint) as seen
            """;

    private JobVersionStore() {}

    /**
     * Grows with the transactions that are seen: what is read from now on is no older. A restored
     * database counts anew, and its feed as well, so stations take everything.
     */
    static long now(Tx tx) {
        return BASE + tx.sql(SEEN).get(row -> row.bigint("seen"));
    }
}
