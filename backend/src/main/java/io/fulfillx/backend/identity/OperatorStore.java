package io.fulfillx.backend.identity;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.station.OperatorCard;

import java.util.List;

final class OperatorStore {
    private static final String ALL =
            """
            select operator_id, name, badge_sha256, pin_hash, role, active from operator
            where org_id = :org order by name
            """;
    private static final String INSERT =
            """
            insert into operator (org_id, operator_id, name, badge_sha256, pin_hash, role)
            values (:org, :id, :name, :badge, :pin, :role) on conflict (org_id, name) do nothing
            """;

    List<OperatorCard> all(Tx tx) {
        return tx.sql(ALL)
                .list(
                        row ->
                                new OperatorCard(
                                        new OperatorId(row.uuid("operator_id")),
                                        row.text("name"),
                                        row.text("badge_sha256"),
                                        row.text("pin_hash"),
                                        row.text("role"),
                                        row.flag("active")));
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
