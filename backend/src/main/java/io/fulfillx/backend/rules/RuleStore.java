package io.fulfillx.backend.rules;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Every version of the rules, and every decision with its why. */
final class RuleStore {
    private static final String LATEST =
            """
            select version, rules, author, written_at from rule_set
            where org_id = :org order by version desc limit 1
            """;
    private static final String INSERT =
            """
            insert into rule_set (org_id, version, rules, author)
            values (:org, :version, cast(:rules as jsonb), :author)
            on conflict (org_id, version) do nothing
            """;
    private static final String DECIDE =
            """
            insert into rule_decision (org_id, decision_id, order_id, rule_version, decision)
            values (:org, :id, :order, :version, cast(:decision as jsonb))
            """;
    private static final String DECISION =
            """
            select rule_version, decision, decided_at from rule_decision
            where org_id = :org and order_id = :order order by decision_id desc limit 1
            """;

    /** One version as it is kept. */
    record Version(int number, byte[] rules, String author, Instant writtenAt) {}

    /** What was decided about an order, under which version. */
    record Kept(int version, RuleDecision decision, Instant decidedAt) {}

    Optional<Version> latest(Tx tx) {
        return tx.sql(LATEST)
                .find(
                        row ->
                                new Version(
                                        row.integer("version"),
                                        row.text("rules").getBytes(StandardCharsets.UTF_8),
                                        row.text("author"),
                                        row.instant("written_at")));
    }

    /** False when somebody else made this version. */
    boolean insert(Tx tx, int version, byte[] rules, String author) {
        return tx.sql(INSERT)
                        .with("version", version)
                        .with("rules", new String(rules, StandardCharsets.UTF_8))
                        .with("author", author)
                        .run()
                == 1;
    }

    void decide(Tx tx, UUID id, OrderId order, int version, RuleDecision decision) {
        tx.sql(DECIDE)
                .with("id", id)
                .with("order", order.value())
                .with("version", version)
                .withJson("decision", decision)
                .run();
    }

    Optional<Kept> decision(Tx tx, OrderId order) {
        return tx.sql(DECISION)
                .with("order", order.value())
                .find(
                        row ->
                                new Kept(
                                        row.integer("rule_version"),
                                        row.json("decision", RuleDecision.class),
                                        row.instant("decided_at")));
    }
}
