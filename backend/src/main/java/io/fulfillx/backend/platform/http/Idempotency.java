package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.sql.Position;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a change once per key: the stored outcome commits together with the change, a repeat gets
 * the same outcome, and the same key with another body is refused. A failed change stores nothing.
 */
public final class Idempotency {
    private static final String CLAIM =
            """
            insert into idempotency_key (org_id, route, key, body_sha256)
            values (:org, :route, :key, :hash)
            on conflict do nothing
            """;
    private static final String FIND =
            """
            select body_sha256, status, media_type, response, cast(xmin as text) as written_by,
              cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as next_xid
            from idempotency_key
            where org_id = :org and route = :route and key = :key
            """;
    private static final String STORE =
            """
            update idempotency_key set status = :status, media_type = :media, response = :response
            where org_id = :org and route = :route and key = :key
            returning cast(pg_current_xact_id() as text) as xid
            """;

    private final Transactions transactions;

    public Idempotency(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * @param route method and path, so that one key may be used on two routes
     * @throws Fault KEY_REUSED when the key came before with another body
     */
    Reply once(OrgId org, String route, String key, byte[] body, Supplier<Reply> change) {
        String hash = Tokens.sha256(body);
        return transactions.inOrg(
                org,
                tx -> {
                    // A concurrent holder of the key makes this insert wait until it commits.
                    long claimed =
                            tx.sql(CLAIM)
                                    .with("route", route)
                                    .with("key", key)
                                    .with("hash", hash)
                                    .run();
                    if (claimed == 0) {
                        return stored(tx, route, key, hash);
                    }
                    Reply reply = change.get();
                    Position position =
                            tx.sql(STORE)
                                    .with("route", route)
                                    .with("key", key)
                                    .with("status", reply.status())
                                    .with("media", reply.mediaType())
                                    .with("response", reply.body())
                                    .get(row -> new Position(Long.parseLong(row.text("xid"))));
                    return reply.at(position);
                });
    }

    private static Position writtenBy(Row row) {
        return Position.of(
                Long.parseLong(row.text("written_by")), Long.parseLong(row.text("next_xid")));
    }

    private static Reply stored(Tx tx, String route, String key, String hash) {
        record Stored(String hash, Reply reply) {}
        Optional<Stored> found =
                tx.sql(FIND)
                        .with("route", route)
                        .with("key", key)
                        .find(
                                row ->
                                        new Stored(
                                                row.text("body_sha256"),
                                                new Reply(
                                                        row.integer("status"),
                                                        row.text("media_type"),
                                                        row.bytes("response"),
                                                        Optional.of(writtenBy(row)))));
        Stored stored =
                found.orElseThrow(
                        () -> new Fault(Fault.Code.CONFLICT, "This key is being worked on."));
        if (!stored.hash().equals(hash)) {
            throw reused();
        }
        return stored.reply();
    }

    static Fault reused() {
        return new Fault(
                Fault.Code.KEY_REUSED,
                "This Idempotency-Key came before with another body. Use a new key.");
    }
}
