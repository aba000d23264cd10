package io.fulfillx.backend.identity;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.station.OperatorCard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class OperatorStore {
    private static final String SELECT =
            """
            select operator_id, name, badge_sha256, pin_hash, role, active from operator
            where org_id = :org
            """;
    private static final String ALL = SELECT + "order by name";
    private static final String FIND = SELECT + "and operator_id = :id";
    private static final String INSERT =
            """
            insert into operator (org_id, operator_id, name, badge_sha256, pin_hash, role)
            values (:org, :id, :name, :badge, :pin, :role) on conflict (org_id, name) do nothing
            """;

    private static final String DISABLE =
            """
            update operator set active = false, disabled_at = coalesce(disabled_at, :at)
            where org_id = :org and operator_id = :id
            """;
    private static final String DISABLED_AT =
            """
            select disabled_at from operator
            where org_id = :org and operator_id = :id and disabled_at is not null
            """;

    /** False when there is no such operator; a repeat changes nothing. */
    boolean disable(Tx tx, OperatorId id, Instant at) {
        return tx.sql(DISABLE).with("id", id.value()).with("at", at).run() == 1;
    }

    /** Empty while the operator may work. */
    Optional<Instant> disabledAt(Tx tx, OperatorId id) {
        return tx.sql(DISABLED_AT).with("id", id.value()).find(row -> row.instant("disabled_at"));
    }

    List<OperatorCard> all(Tx tx) {
        return tx.sql(ALL).list(OperatorStore::card);
    }

    Optional<OperatorCard> find(Tx tx, OperatorId id) {
        return tx.sql(FIND).with("id", id.value()).find(OperatorStore::card);
    }

    private static OperatorCard card(Row row) {
        return new OperatorCard(
                new OperatorId(row.uuid("operator_id")),
                row.text("name"),
                row.text("badge_sha256"),
                row.text("pin_hash"),
                row.text("role"),
                row.flag("active"));
    }

    /** False when the name is taken. */
    boolean insert(Tx tx, OperatorCard card) {
        return tx.sql(INSERT)
                        .with("id", card.operatorId().value())
                        .with("name", card.name())
                        .with("badge", card.badgeSha256())
                        .with("pin", card.pinHash())
                        .with("role", card.role())
                        .run()
                == 1;
    }
}
