package io.fulfillx.backend.platform.sql;

import io.fulfillx.model.id.OrgId;

import java.util.function.Function;

/** Where transactions come from: all of the work is kept, or none of it. */
public interface Commits {
    /** Runs the work in a transaction of that organisation, or in the one already open for it. */
    <T> T inOrg(OrgId org, Function<Tx, T> work);

    /** Waits until everything that was committed before is on disk. */
    void flush();
}
