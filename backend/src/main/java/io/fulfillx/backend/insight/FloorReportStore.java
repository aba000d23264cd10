package io.fulfillx.backend.insight;

import io.fulfillx.backend.insight.InsightView.Count;
import io.fulfillx.backend.insight.InsightView.Exceptions;
import io.fulfillx.backend.insight.InsightView.Named;
import io.fulfillx.backend.insight.InsightView.StationRow;
import io.fulfillx.backend.insight.InsightView.WorkRow;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;

import java.time.Instant;
import java.util.List;

/** What is counted on the floor's own rows. */
final class FloorReportStore {
    private static final String SHORT =
            """
            select count(*) as count, min(created_at) as oldest from short_line
            where org_id = :org and created_at >= :from
            """;
    private static final String LABELS =
            """
            select count(*) as count, min(changed_at) as oldest from label_trouble
            where org_id = :org and state = :state
            """;
    private static final String DISCREPANCIES =
            """
            select code as name, count(*) as count, min(found_at) as oldest from open_discrepancy
            where org_id = :org group by code order by code
            """;
    private static final String DEAD =
            """
            select topic as name, count(*) as count, min(created_at) as oldest from outbox
            where org_id = :org and status = 'DEAD' group by topic order by topic
            """;
    private static final String UNREAD =
            """
            select count(*) as count, min(received_at) as oldest from unread_delivery
            where org_id = :org
            """;
    private static final String WORK =
            """
            select date_trunc('hour', p.packed_at) as hour, p.operator_id, o.name,
              count(distinct p.parcel_id) as parcels, count(*) as lines, sum(p.units) as units
            from packed_line p
            left join operator o on o.org_id = p.org_id and o.operator_id = p.operator_id
            where p.org_id = :org and p.packed_at >= :from
            group by 1, 2, 3 order by 1 desc, 3 limit 1000
            """;
    private static final String OUTBOX =
            """
            select topic as name, count(*) as count, min(next_at) as oldest from outbox
            where org_id = :org and status = 'PENDING' group by topic order by topic
            """;
    private static final String CHANNEL_STOCK =
            """
            select count(*) as count, min(queued_at) as oldest from channel_stock_job
            where org_id = :org
            """;
    private static final String UNSENT =
            """
            select count(*) as count, min(created_at) as oldest from unsent_tracking
            where org_id = :org
            """;
    private static final String STATIONS =
            """
            select station_id, name, last_heard from station_heard
            where org_id = :org order by name limit 200
            """;

    /** What needs a person; short lines of parcels that were planned since that time. */
    Exceptions exceptions(Tx tx, Instant from) {
        return new Exceptions(
                tx.sql(SHORT).with("from", from).get(FloorReportStore::count),
                tx.sql(LABELS).with("state", "UNKNOWN").get(FloorReportStore::count),
                tx.sql(LABELS).with("state", "FAILED").get(FloorReportStore::count),
                tx.sql(DISCREPANCIES).list(FloorReportStore::named),
                tx.sql(DEAD).list(FloorReportStore::named),
                tx.sql(UNREAD).get(FloorReportStore::count));
    }

    List<WorkRow> work(Tx tx, Instant from) {
        return tx.sql(WORK).with("from", from).list(FloorReportStore::work);
    }

    List<Named> outbox(Tx tx) {
        return tx.sql(OUTBOX).list(FloorReportStore::named);
    }

    Count channelStock(Tx tx) {
        return tx.sql(CHANNEL_STOCK).get(FloorReportStore::count);
    }

    Count unsentTracking(Tx tx) {
        return tx.sql(UNSENT).get(FloorReportStore::count);
    }

    List<StationRow> stations(Tx tx) {
        return tx.sql(STATIONS)
                .list(
                        row ->
                                new StationRow(
                                        row.uuid("station_id"),
                                        row.text("name"),
                                        row.instantOrNull("last_heard")));
    }

    private static Count count(Row row) {
        return new Count(row.integer("count"), row.instantOrNull("oldest"));
    }

    private static Named named(Row row) {
        return new Named(row.text("name"), row.integer("count"), row.instantOrNull("oldest"));
    }

    private static WorkRow work(Row row) {
        return new WorkRow(
                row.instant("hour"),
                row.uuidOrNull("operator_id"),
                row.textOrNull("name"),
                row.integer("parcels"),
                row.integer("lines"),
                row.integer("units"));
    }
}
