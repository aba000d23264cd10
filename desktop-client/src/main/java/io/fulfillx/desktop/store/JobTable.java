package io.fulfillx.desktop.store;

import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.wire.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Jobs from the server and the local work on them. */
final class JobTable {
    private static final String ALL_JOBS = "select parcel_id, json from job";
    private static final String OPEN_JOBS = ALL_JOBS + " where json like '{%'";
    private static final String PUT_JOB =
            "insert into job(parcel_id, version, state, stale, json) values(?,?,?,0,?)"
                    + " on conflict(parcel_id) do update set version = excluded.version,"
                    + " state = excluded.state, stale = 0, json = excluded.json";
    private static final String PUT_WORK =
            "insert into work(parcel_id, stage, tote, carton, weight_grams, plate, number, reason,"
                + " finished_at) values(?,?,?,?,?,?,?,?,?) on conflict(parcel_id) do update set"
                + " stage = excluded.stage, tote = excluded.tote, carton = excluded.carton,"
                + " weight_grams = excluded.weight_grams, plate = excluded.plate, number ="
                + " excluded.number, reason = excluded.reason, finished_at = excluded.finished_at";
    private static final String PUT_LINE =
            "insert into work_line(parcel_id, line_id, picked, missing, damaged, verified)"
                    + " values(?,?,?,?,?,?) on conflict(parcel_id, line_id) do update set"
                    + " picked = excluded.picked, missing = excluded.missing,"
                    + " damaged = excluded.damaged, verified = excluded.verified";

    private final Sql sql;
    private final Vault vault;

    JobTable(Sql sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /** Closes what a program from before there were vaults left open. */
    void closeAll() throws SQLException {
        for (PackJob job : stored(OPEN_JOBS)) {
            put(job);
        }
    }

    Map<ParcelId, StoredJob> all() throws SQLException {
        Map<ParcelId, Map<OrderLineId, LineProgress>> lines = lines();
        Map<ParcelId, ParcelWork> work = new HashMap<>();
        for (ParcelWork one : sql.list("select * from work", row -> work(row, lines))) {
            work.put(one.parcelId(), one);
        }
        Map<ParcelId, StoredJob> jobs = new HashMap<>();
        for (PackJob job : stored(ALL_JOBS)) {
            ParcelWork done = work.get(job.parcelId());
            jobs.put(
                    job.parcelId(),
                    new StoredJob(job, done == null ? ParcelWork.untouched(job.parcelId()) : done));
        }
        return jobs;
    }

    void put(PackJob job) throws SQLException {
        sql.run(
                PUT_JOB,
                job.parcelId(),
                job.version(),
                job.state(),
                vault.seal(Json.text(job), job.parcelId().toString()));
    }

    private List<PackJob> stored(String query) throws SQLException {
        return sql.list(
                query,
                row ->
                        Json.read(
                                vault.open(row.getString("json"), row.getString("parcel_id")),
                                PackJob.class));
    }

    /** Writes only the lines that differ from what is stored: an order may have many. */
    void put(ParcelWork work, ParcelWork before) throws SQLException {
        Weight weight = work.weight();
        Instant finished = work.finishedAt();
        sql.run(
                PUT_WORK,
                work.parcelId(),
                work.stage(),
                work.tote(),
                work.carton(),
                weight == null ? null : weight.grams(),
                work.plate(),
                work.number(),
                work.reason(),
                finished == null ? null : JournalTable.stamp(finished));
        for (Map.Entry<OrderLineId, LineProgress> entry : work.lines().entrySet()) {
            LineProgress line = entry.getValue();
            if (!line.equals(before.lines().get(entry.getKey()))) {
                sql.run(
                        PUT_LINE,
                        work.parcelId(),
                        entry.getKey(),
                        line.picked(),
                        line.missing(),
                        line.damaged(),
                        line.verified());
            }
        }
    }

    void remove(ParcelId parcelId) throws SQLException {
        sql.run("delete from job where parcel_id = ?", parcelId);
        removeWork(parcelId);
    }

    void removeWork(ParcelId parcelId) throws SQLException {
        sql.run("delete from work where parcel_id = ?", parcelId);
    }

    /** Forgets the jobs and keeps the work on them. */
    void clear() throws SQLException {
        sql.run("delete from job");
    }

    void markAllStale() throws SQLException {
        sql.run("update job set stale = 1");
    }

    List<ParcelId> stale() throws SQLException {
        return sql.list(
                "select parcel_id from job where stale = 1", row -> ParcelId.of(row.getString(1)));
    }

    private Map<ParcelId, Map<OrderLineId, LineProgress>> lines() throws SQLException {
        Map<ParcelId, Map<OrderLineId, LineProgress>> lines = new HashMap<>();
        sql.list(
                "select * from work_line",
                row ->
                        lines.computeIfAbsent(
                                        ParcelId.of(row.getString("parcel_id")),
                                        _ -> new HashMap<>())
                                .put(
                                        OrderLineId.of(row.getString("line_id")),
                                        new LineProgress(
                                                row.getInt("picked"),
                                                row.getInt("missing"),
                                                row.getInt("damaged"),
                                                row.getInt("verified"))));
        return lines;
    }

    private static ParcelWork work(
            ResultSet row, Map<ParcelId, Map<OrderLineId, LineProgress>> lines)
            throws SQLException {
        ParcelId parcelId = ParcelId.of(row.getString("parcel_id"));
        int grams = row.getInt("weight_grams");
        Weight weight = row.wasNull() ? null : new Weight(grams);
        String plate = row.getString("plate");
        String number = row.getString("number");
        String finished = row.getString("finished_at");
        return new ParcelWork(
                parcelId,
                WorkStage.valueOf(row.getString("stage")),
                lines.getOrDefault(parcelId, Map.of()),
                row.getString("tote"),
                row.getString("carton"),
                weight,
                plate == null ? null : new Sscc(plate),
                number == null ? null : new TrackingNumber(number),
                row.getString("reason"),
                finished == null ? null : Instant.parse(finished));
    }
}
