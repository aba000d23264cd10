package io.fulfillx.backend.orders.duplicates;

import io.fulfillx.backend.orders.duplicates.DuplicatePolicy.Reason;
import io.fulfillx.backend.orders.duplicates.DuplicatePolicy.Score;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Suspicions, what people made of them, and the rule they come from. */
final class SuspicionStore {
    private static final String INSERT =
            """
            insert into duplicate_suspicion (org_id, newer_id, older_id, score, threshold, reasons,
              state, found_at)
            values (:org, :newer, :older, :score, :threshold, cast(:reasons as jsonb), 'OPEN', :at)
            on conflict do nothing
            """;
    private static final String SELECT =
            """
            select newer_id, older_id, score, threshold, reasons, state, found_at, decided_by,
              decided_at
            from duplicate_suspicion
            """;
    private static final String OF_ORDER =
            SELECT
                    + """
                    where org_id = :org and newer_id = :order
                    union all
                    """
                    + SELECT
                    + """
                    where org_id = :org and older_id = :order
                    order by found_at desc, newer_id limit 100
                    """;
    private static final String DECIDE =
            """
            update duplicate_suspicion set state = :state, decided_by = :actor, decided_at = :at
            where org_id = :org and newer_id = :newer and older_id = :older and state = 'OPEN'
            """;
    private static final String RULE =
            """
            select version, rule from duplicate_rule where org_id = :org
            order by version desc limit 1
            """;
    private static final String SET_RULE =
            """
            insert into duplicate_rule (org_id, version, rule, author)
            values (:org, :version, cast(:rule as jsonb), :author) on conflict do nothing
            """;

    /** What is to be done about a pair; OPEN until a person says. */
    enum State {
        OPEN,
        KEPT,
        CANCELLED,
        MERGED
    }

    /** Two orders that may be one. */
    record Suspicion(
            OrderId newer,
            OrderId older,
            int score,
            int threshold,
            List<Reason> reasons,
            State state,
            Instant foundAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {
        boolean isOpen() {
            return state == State.OPEN;
        }

        OrderId other(OrderId one) {
            return newer.equals(one) ? older : newer;
        }
    }

    /** A rule and its number; 0 is the one everybody begins with. */
    record VersionedRule(int version, DuplicateRule rule) {}

    /** False when the pair is known, whatever became of it. */
    boolean insert(Tx tx, OrderId newer, OrderId older, Score score, int threshold, Instant at) {
        return tx.sql(INSERT)
                        .with("newer", newer.value())
                        .with("older", older.value())
                        .with("score", score.points())
                        .with("threshold", threshold)
                        .withJson("reasons", score.reasons())
                        .with("at", at)
                        .run()
                == 1;
    }

    List<Suspicion> of(Tx tx, OrderId order) {
        return tx.sql(OF_ORDER).with("order", order.value()).list(SuspicionStore::suspicion);
    }

    Optional<Suspicion> find(Tx tx, OrderId order, OrderId other) {
        return of(tx, order).stream().filter(each -> each.other(order).equals(other)).findFirst();
    }

    /** False when somebody decided before. */
    boolean decide(Tx tx, Suspicion suspicion, State state, String actor, Instant at) {
        return tx.sql(DECIDE)
                        .with("newer", suspicion.newer().value())
                        .with("older", suspicion.older().value())
                        .with("state", state.name())
                        .with("actor", actor)
                        .with("at", at)
                        .run()
                == 1;
    }

    VersionedRule rule(Tx tx) {
        return tx.sql(RULE)
                .find(
                        row ->
                                new VersionedRule(
                                        row.integer("version"),
                                        row.json("rule", DuplicateRule.class)))
                .orElse(new VersionedRule(0, DuplicateRule.DEFAULT));
    }

    /** False when somebody else made this version. */
    boolean setRule(Tx tx, int version, DuplicateRule rule, String author) {
        return tx.sql(SET_RULE)
                        .with("version", version)
                        .withJson("rule", rule)
                        .with("author", author)
                        .run()
                == 1;
    }

    private static Suspicion suspicion(Row row) {
        return new Suspicion(
                new OrderId(row.uuid("newer_id")),
                new OrderId(row.uuid("older_id")),
                row.integer("score"),
                row.integer("threshold"),
                List.of(Json.read(row.text("reasons"), Reason[].class)),
                State.valueOf(row.text("state")),
                row.instant("found_at"),
                row.textOrNull("decided_by"),
                row.instantOrNull("decided_at"));
    }
}
