package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.DiscrepancyBook;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class DiscrepancyStore implements DiscrepancyBook {
    private static final String INSERT =
            """
            insert into discrepancy (org_id, discrepancy_id, parcel_id, command_id, code, detail)
            values (:org, :id, :parcel, :command, :code, :detail)
            """;
    private static final String SELECT =
            """
            select d.discrepancy_id, d.parcel_id, d.command_id, d.code, d.detail, d.found_at,
              d.resolved_at, d.resolved_by, d.resolution, d.note, c.station_id, c.operator_id,
              c.recorded_at, c.command
            from discrepancy d
            join station_command c on c.org_id = d.org_id and c.command_id = d.command_id
            where d.org_id = :org
            """;
    private static final String FIND = SELECT + "and d.discrepancy_id = :id for update of d";
    private static final String LIST =
            SELECT
                    + """
                    and (d.resolved_at is null or :all)
                    and (cast(:before as uuid) is null or d.discrepancy_id < :before)
                    order by d.discrepancy_id desc limit :limit
                    """;
    private static final String RESOLVE =
            """
            update discrepancy set resolved_at = now(), resolved_by = :by, resolution = :resolution,
              note = :note
            where org_id = :org and discrepancy_id = :id and resolved_at is null
            """;

    @Override
    public void insert(
            Tx tx, UUID id, ParcelId parcel, CommandId command, String code, String detail) {
        tx.sql(INSERT)
                .with("id", id)
                .with("parcel", parcel.value())
                .with("command", command.value())
                .with("code", code)
                .with("detail", detail)
                .run();
    }

    /** The discrepancy; nobody else can resolve it until this transaction ends. */
    Optional<Discrepancy> lock(Tx tx, UUID id) {
        return tx.sql(FIND).with("id", id).find(DiscrepancyStore::discrepancy);
    }

    List<Discrepancy> list(Tx tx, boolean all, @Nullable UUID before, int limit) {
        return tx.sql(LIST)
                .with("all", all)
                .with("before", before)
                .with("limit", limit)
                .list(DiscrepancyStore::discrepancy);
    }

    void resolve(Tx tx, UUID id, Discrepancy.Resolution resolution, String note, String by) {
        tx.sql(RESOLVE)
                .with("id", id)
                .with("resolution", resolution.name())
                .with("note", note)
                .with("by", by)
                .run();
    }

    private static Discrepancy discrepancy(Row row) {
        String resolution = row.textOrNull("resolution");
        return new Discrepancy(
                row.uuid("discrepancy_id"),
                new ParcelId(row.uuid("parcel_id")),
                new CommandId(row.uuid("command_id")),
                new StationId(row.uuid("station_id")),
                row.uuid("operator_id"),
                row.instant("recorded_at"),
                row.text("command"),
                row.text("code"),
                row.text("detail"),
                row.instant("found_at"),
                row.instantOrNull("resolved_at"),
                row.textOrNull("resolved_by"),
                resolution == null ? null : Discrepancy.Resolution.valueOf(resolution),
                row.text("note"));
    }
}
