package io.fulfillx.desktop.store;

import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.wire.Json;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may work here, their wrong PINs, and the cartons at hand. */
final class RosterTable {
    private final Sql sql;
    private final Vault vault;

    RosterTable(Sql sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /** Closes what a program from before there were vaults left open. */
    void closeAll() throws SQLException {
        if (sql.number("select exists(select 1 from operator where json like '{%')") == 1) {
            replaceOperators(operators());
        }
    }

    List<OperatorCard> operators() throws SQLException {
        return sql.list(
                "select operator_id, json from operator",
                row ->
                        Json.read(
                                vault.open(row.getString(2), row.getString(1)),
                                OperatorCard.class));
    }

    void replaceOperators(List<OperatorCard> roster) throws SQLException {
        sql.run("delete from operator");
        for (OperatorCard card : roster) {
            sql.run(
                    "insert into operator(operator_id, json) values(?,?)",
                    card.operatorId(),
                    vault.seal(Json.text(card), card.operatorId().toString()));
        }
    }

    List<CartonChoice> cartons() throws SQLException {
        return sql.list(
                "select json from carton order by place",
                row -> Json.read(row.getString(1), CartonChoice.class));
    }

    void replaceCartons(List<CartonChoice> cartons) throws SQLException {
        sql.run("delete from carton");
        int place = 0;
        for (CartonChoice carton : cartons) {
            sql.run(
                    "insert into carton(code, place, json) values(?,?,?)",
                    carton.code(),
                    place++,
                    Json.text(carton));
        }
    }

    Optional<PinAttempts> attempts(OperatorId operatorId) throws SQLException {
        return sql.first(
                "select failures, locked_until from pin_attempt where operator_id = ?",
                row -> new PinAttempts(row.getInt(1), Instant.parse(row.getString(2))),
                operatorId);
    }

    void attempts(OperatorId operatorId, PinAttempts attempts) throws SQLException {
        sql.run(
                "insert into pin_attempt(operator_id, failures, locked_until) values(?,?,?)"
                        + " on conflict(operator_id) do update set failures = excluded.failures,"
                        + " locked_until = excluded.locked_until",
                operatorId,
                attempts.failures(),
                JournalTable.stamp(attempts.lockedUntil()));
    }
}
