package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Settled;
import io.fulfillx.backend.platform.sql.Tx;

import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of many changes and their answers, a statement for all of them. */
final class KeyedReplies {
    /** In the order of the keys, so that two transactions never wait for each other in a ring. */
    private static final String CLAIM =
            """
            insert into idempotency_key (org_id, route, key, body_sha256)
            select :org, route, key, hash
            from jsonb_to_recordset(cast(:keys as jsonb)) as k(route text, key text, hash text)
            order by route, key
            on conflict do nothing
            """;

    private static final String FIND =
            """
            select i.route, i.key, i.body_sha256, i.status, i.media_type, i.response
            from jsonb_to_recordset(cast(:keys as jsonb)) as k(route text, key text)
            join idempotency_key i on i.org_id = :org and i.route = k.route and i.key = k.key
            where i.status is not null
            """;
    private static final String STORE =
            """
            update idempotency_key i set status = k.status, media_type = k.media,
              response = decode(k.body, 'base64')
            from jsonb_to_recordset(cast(:keys as jsonb))
              as k(route text, key text, status int, media text, body text)
            where i.org_id = :org and i.route = k.route and i.key = k.key
            """;
    private static final String DROP =
            """
            delete from idempotency_key i
            using jsonb_to_recordset(cast(:keys as jsonb)) as k(route text, key text)
            where i.org_id = :org and i.route = k.route and i.key = k.key
            """;

    private KeyedReplies() {}

    /** An answer that was given under a key. */
    record Stored(String bodyHash, Reply reply) {
        /** The answer for one who comes with the key. */
        Settled<Reply> to(Keyed keyed) {
            return bodyHash.equals(keyed.bodyHash())
                    ? Settled.done(reply)
                    : Settled.refused(Idempotency.reused());
        }
    }

    private record Claimed(String route, String key, String hash) {}

    private record Answered(String route, String key, int status, String media, String body) {}

    private record Found(Keyed.Name name, Stored stored) {}

    /**
     * Claims keys that differ from each other. A concurrent holder of one makes this wait until it
     * commits.
     *
     * @return the answers of those that were claimed before
     */
    static Map<Keyed.Name, Stored> claim(Tx tx, List<Keyed> keys) {
        List<Claimed> rows =
                keys.stream().map(k -> new Claimed(k.route(), k.key(), k.bodyHash())).toList();
        long claimed = tx.sql(CLAIM).withJson("keys", rows).run();
        Map<Keyed.Name, Stored> before = new HashMap<>();
        if (claimed < keys.size()) {
            tx.sql(FIND)
                    .withJson("keys", rows)
                    .list(
                            row ->
                                    new Found(
                                            new Keyed.Name(row.text("route"), row.text("key")),
                                            new Stored(
                                                    row.text("body_sha256"),
                                                    new Reply(
                                                            row.integer("status"),
                                                            row.text("media_type"),
                                                            row.bytes("response")))))
                    .forEach(found -> before.put(found.name(), found.stored()));
            if (before.size() != keys.size() - claimed) {
                throw new Fault(Fault.Code.CONFLICT, "This key is being worked on.");
            }
        }
        return before;
    }

    static void store(Tx tx, Map<Keyed.Name, Reply> replies) {
        if (!replies.isEmpty()) {
            Base64.Encoder base64 = Base64.getEncoder();
            List<Answered> rows =
                    replies.entrySet().stream()
                            .map(
                                    each ->
                                            new Answered(
                                                    each.getKey().route(),
                                                    each.getKey().key(),
                                                    each.getValue().status(),
                                                    each.getValue().mediaType(),
                                                    base64.encodeToString(each.getValue().body())))
                            .toList();
            tx.sql(STORE).withJson("keys", rows).run();
        }
    }

    /** Forgets keys that were claimed in this transaction: their changes were refused. */
    static void drop(Tx tx, Collection<Keyed.Name> names) {
        if (!names.isEmpty()) {
            tx.sql(DROP).withJson("keys", names).run();
        }
    }
}
