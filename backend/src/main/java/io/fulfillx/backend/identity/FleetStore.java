package io.fulfillx.backend.identity;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.StationReport;
import io.fulfillx.model.sync.StationView;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How stations stand, and what is wanted of them. */
final class FleetStore {
    private static final String SELECT =
            """
            select s.station_id, s.name, s.active, s.machine, s.enrolled_at, s.draining, s.message,
              s.revoked_at, s.public_key is not null as signs, r.protocol, r.program, r.seen_at,
              r.backlog, r.oldest_unsent_at, r.printer, r.scanner, r.scale
            from station s
            left join station_report r on r.org_id = s.org_id and r.station_id = s.station_id
            where s.org_id = :org
            """;
    private static final String PAGE =
            SELECT
                    + """
                    and (cast(:after as uuid) is null or s.station_id > :after)
                    order by s.station_id limit :limit
                    """;
    private static final String FIND = SELECT + "and s.station_id = :id";
    private static final String REPORT =
            """
            insert into station_report (org_id, station_id, protocol, program, seen_at, backlog,
              oldest_unsent_at, printer, scanner, scale)
            values (:org, :id, :protocol, :program, :now, :backlog, :oldest, :printer, :scanner,
              :scale)
            on conflict (org_id, station_id) do update set protocol = excluded.protocol,
              program = excluded.program, seen_at = excluded.seen_at, backlog = excluded.backlog,
              oldest_unsent_at = excluded.oldest_unsent_at, printer = excluded.printer,
              scanner = excluded.scanner, scale = excluded.scale
            """;
    private static final String MESSAGE =
            "update station set message = :text where org_id = :org and station_id = :id";
    private static final String DRAIN =
            "update station set draining = :draining where org_id = :org and station_id = :id";
    private static final String REVOKE =
            """
            update station set active = false, revoked_at = :now, enrolment_sha256 = null
            where org_id = :org and station_id = :id and revoked_at is null
            """;
    private static final String EXPECT_AGAIN =
            """
            update station set enrolment_sha256 = :code, enrolment_expires_at = :expires
            where org_id = :org and station_id = :id and revoked_at is null
            """;

    List<StationView> page(Tx tx, @Nullable UUID after, int limit) {
        return tx.sql(PAGE).with("after", after).with("limit", limit).list(FleetStore::view);
    }

    Optional<StationView> find(Tx tx, StationId id) {
        return tx.sql(FIND).with("id", id.value()).find(FleetStore::view);
    }

    void report(Tx tx, StationId id, int protocol, StationReport report, Instant now) {
        tx.sql(REPORT)
                .with("id", id.value())
                .with("protocol", protocol)
                .with("program", report.program())
                .with("now", now)
                .with("backlog", report.backlog())
                .with("oldest", report.oldestUnsentAt())
                .with("printer", report.printer())
                .with("scanner", report.scanner())
                .with("scale", report.scale())
                .run();
    }

    void message(Tx tx, StationId id, @Nullable String text) {
        tx.sql(MESSAGE).with("id", id.value()).with("text", text).run();
    }

    void drain(Tx tx, StationId id, boolean draining) {
        tx.sql(DRAIN).with("id", id.value()).with("draining", draining).run();
    }

    void revoke(Tx tx, StationId id, Instant now) {
        tx.sql(REVOKE).with("id", id.value()).with("now", now).run();
    }

    /** False for a station that was revoked: it never comes back. */
    boolean expectAgain(Tx tx, StationId id, String codeSha256, Instant expires) {
        return tx.sql(EXPECT_AGAIN)
                        .with("id", id.value())
                        .with("code", codeSha256)
                        .with("expires", expires)
                        .run()
                == 1;
    }

    private static StationView view(Row row) {
        return new StationView(
                new StationId(row.uuid("station_id")),
                row.text("name"),
                row.flag("active"),
                row.textOrNull("machine"),
                row.instantOrNull("enrolled_at"),
                row.flag("draining"),
                row.textOrNull("message"),
                row.instantOrNull("revoked_at"),
                row.flag("signs"),
                row.integerOrNull("protocol"),
                row.textOrNull("program"),
                row.instantOrNull("seen_at"),
                row.integerOrNull("backlog"),
                row.instantOrNull("oldest_unsent_at"),
                row.textOrNull("printer"),
                row.textOrNull("scanner"),
                row.textOrNull("scale"));
    }
}
