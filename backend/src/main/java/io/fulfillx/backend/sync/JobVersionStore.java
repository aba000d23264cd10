package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.sql.Tx;

/** Numbers the versions of a job, so that a station keeps the newest. */
final class JobVersionStore {
    private static final String NOW =
            "select cast(extract(epoch from now()) * 1000000 as bigint) as version";

    private JobVersionStore() {}

    /** Microseconds of the transaction's start. */
    static long now(Tx tx) {
        return tx.sql(NOW).get(row -> row.bigint("version"));
    }
}
