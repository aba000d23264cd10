package io.fulfillx.desktop.store;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.sync.StationCommand;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every attempt to print, each written before its bytes leave. */
final class PrintTable {
    private static final String INTENT =
            "insert into print_job(job_id, parcel_id, tracking_number, printer, copy, odometer,"
                    + " intent_at, ahead) values(?,?,?,?,?,?,?,?)"
                    + " on conflict(job_id) do update set odometer = excluded.odometer,"
                    + " printer = excluded.printer, outcome = null, detail = null,"
                    + " outcome_at = null, sent = 0";

    /** What a person here has said of a sheet stands, whatever the server thinks of it. */
    private static final String SERVER_SHEET =
            "insert into print_job(job_id, parcel_id, tracking_number, printer, copy, intent_at,"
                    + " outcome, detail, outcome_at, ahead) values(?,?,?,?,?,?,?,?,?,1)"
                    + " on conflict(job_id) do update set outcome = excluded.outcome,"
                    + " detail = excluded.detail, outcome_at = excluded.outcome_at"
                    + " where print_job.ahead = 1";

    private final Sql sql;

    PrintTable(Sql sql) {
        this.sql = sql;
    }

    void intent(PrintRow row) throws SQLException {
        sql.run(
                INTENT,
                row.jobId(),
                row.parcelId(),
                row.trackingNumber(),
                row.printer(),
                row.copy(),
                row.odometer(),
                JournalTable.stamp(row.intentAt()),
                row.ahead() ? 1 : 0);
    }

    /** A sheet that a printer of the server put out, or may have. */
    void serverSheet(PrintRow row) throws SQLException {
        String at = JournalTable.stamp(row.intentAt());
        sql.run(
                SERVER_SHEET,
                row.jobId(),
                row.parcelId(),
                row.trackingNumber(),
                row.printer(),
                row.copy(),
                at,
                row.outcome(),
                row.detail(),
                at);
    }

    void outcome(UUID jobId, PrintRow.Outcome outcome, String detail, Instant at)
            throws SQLException {
        sql.run(
                "update print_job set outcome = ?, detail = ?, outcome_at = ? where job_id = ?",
                outcome,
                detail,
                JournalTable.stamp(at),
                jobId);
    }

    /** Its last byte has left. */
    void sent(UUID jobId) throws SQLException {
        sql.run("update print_job set sent = 1 where job_id = ?", jobId);
    }

    /** Marks the sheet; false when it was marked before. One without a row is always new. */
    boolean firstReport(StationCommand.LabelPrinted sheet) throws SQLException {
        boolean known =
                sql.number(
                                "select exists(select 1 from print_job where reported = 1 and"
                                        + " parcel_id = ? and tracking_number = ? and copy = ?)",
                                sheet.parcelId(),
                                sheet.trackingNumber(),
                                sheet.copy())
                        == 1;
        if (!known) {
            sql.run(
                    "update print_job set reported = 1 where outcome = 'PRINTED'"
                            + " and parcel_id = ? and tracking_number = ? and copy = ?",
                    sheet.parcelId(),
                    sheet.trackingNumber(),
                    sheet.copy());
        }
        return !known;
    }

    /** Sheets on paper that wait for their parcel, and of which the server knows nothing yet. */
    List<PrintRow> unreported() throws SQLException {
        return sql.list(
                "select * from print_job where outcome = 'PRINTED' and ahead = 1 and reported = 0"
                        + " and parcel_id in (select parcel_id from job) order by rowid",
                PrintTable::row);
    }

    /** Somebody holds the label in his hands now. */
    void inHand(UUID jobId) throws SQLException {
        sql.run("update print_job set ahead = 0 where job_id = ?", jobId);
    }

    List<PrintRow> of(ParcelId parcelId) throws SQLException {
        return sql.list(
                "select * from print_job where parcel_id = ? order by rowid",
                PrintTable::row,
                parcelId);
    }

    /** All attempts of the parcel that this attempt is one of. */
    List<PrintRow> besides(UUID jobId) throws SQLException {
        return sql.list(
                "select * from print_job where parcel_id ="
                        + " (select parcel_id from print_job where job_id = ?) order by rowid",
                PrintTable::row,
                jobId);
    }

    /** All attempts of all jobs at hand. */
    Map<ParcelId, List<PrintRow>> ofJobs() throws SQLException {
        return sql
                .list(
                        "select * from print_job where parcel_id in (select parcel_id from job)"
                                + " order by rowid",
                        PrintTable::row)
                .stream()
                .collect(Collectors.groupingBy(PrintRow::parcelId));
    }

    List<PrintRow> open() throws SQLException {
        return sql.list(
                "select * from print_job where outcome is null order by rowid", PrintTable::row);
    }

    private static PrintRow row(ResultSet row) throws SQLException {
        long odometer = row.getLong("odometer");
        @Nullable Long counted = row.wasNull() ? null : odometer;
        String outcome = row.getString("outcome");
        String detail = row.getString("detail");
        return new PrintRow(
                UUID.fromString(row.getString("job_id")),
                ParcelId.of(row.getString("parcel_id")),
                new TrackingNumber(row.getString("tracking_number")),
                row.getString("printer"),
                row.getInt("copy"),
                counted,
                Instant.parse(row.getString("intent_at")),
                outcome == null ? PrintRow.Outcome.OPEN : PrintRow.Outcome.valueOf(outcome),
                detail == null ? "" : detail,
                row.getInt("ahead") == 1,
                row.getInt("sent") == 1);
    }
}
