package io.fulfillx.backend.insight;

import io.fulfillx.backend.insight.BacklogStore.Mark;
import io.fulfillx.backend.platform.cache.AnswerCache;
import io.fulfillx.backend.platform.sql.Position;
import io.fulfillx.backend.platform.sql.Reads;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.wire.Json;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Counts the open orders: from the cache, else on the projection. A reader who brings the position
 * of a change goes past the cache, and past the projection if that does not have the change yet.
 */
final class ReadBacklog {
    private static final String NAME = "backlog";

    private final Reads reads;
    private final BacklogStore store;
    private final AnswerCache cache;

    ReadBacklog(Reads reads, BacklogStore store, AnswerCache cache) {
        this.reads = reads;
        this.store = store;
        this.cache = cache;
    }

    /** What is forgotten together. */
    static String scope(OrgId org) {
        return "orders:" + org;
    }

    BacklogCounts counts(OrgId org, Optional<Position> seen) {
        if (seen.isPresent()) {
            return reads.inOrg(org, seen, tx -> count(tx, seen));
        }
        byte[] json =
                cache.get(
                        scope(org),
                        NAME,
                        stamp ->
                                Json.bytes(
                                        reads.inOrg(
                                                org,
                                                stamp.flatMap(Position::find),
                                                tx -> count(tx, Optional.empty()))));
        return Json.read(new String(json, StandardCharsets.UTF_8), BacklogCounts.class);
    }

    private BacklogCounts count(Tx tx, Optional<Position> seen) {
        Optional<Mark> mark = store.mark(tx).filter(Mark::filled);
        boolean follows =
                mark.isPresent() && seen.filter(at -> store.lacks(tx, mark.get(), at)).isEmpty();
        return store.count(tx, follows);
    }
}
