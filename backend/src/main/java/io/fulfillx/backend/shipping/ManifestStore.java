package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.CarrierManifest;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Manifests and what is on them. */
final class ManifestStore {
    private static final String OPEN =
            """
            insert into manifest (org_id, manifest_id, carrier, state, opened_at)
            values (:org, :id, :carrier, 'OPEN', :now)
            on conflict do nothing
            """;

    /** Whoever closes it waits for those who add to it. */
    private static final String OPENED =
            """
            select manifest_id from manifest
            where org_id = :org and carrier = :carrier and state = 'OPEN' for share
            """;

    private static final String ADD =
            """
            insert into manifest_line (org_id, manifest_id, carrier, tracking_number, parcel_id,
              service, postal_code, grams)
            values (:org, :id, :carrier, :number, :parcel, :service, :code, :grams)
            on conflict do nothing
            """;
    private static final String CLOSE =
            """
            update manifest set state = 'CLOSED', closed_at = :now, next_at = :now
            where org_id = :org and carrier = :carrier and state = 'OPEN' and opened_at <= :before
            """;
    private static final String CLAIM =
            """
            update manifest set attempts = attempts + 1, next_at = :until
            where org_id = :org and manifest_id = (select manifest_id from manifest
              where org_id = :org and carrier = :carrier and state = 'CLOSED' and next_at <= :now
              order by closed_at, manifest_id limit 1 for update skip locked)
            returning manifest_id, attempts
            """;
    private static final String WAITING =
            "select exists (select 1 from manifest where org_id = :org and state <> 'REPORTED')"
                    + " as waiting";
    private static final String LINES =
            """
            select tracking_number, parcel_id, service, postal_code, grams from manifest_line
            where org_id = :org and manifest_id = :id order by tracking_number
            """;
    private static final String LATER =
            """
            update manifest set next_at = :next, problem = :problem
            where org_id = :org and manifest_id = :id and state = 'CLOSED'
            """;
    private static final String REPORTED =
            """
            update manifest set state = 'REPORTED', reported_at = :now, problem = ''
            where org_id = :org and manifest_id = :id and state = 'CLOSED'
            """;
    private static final String ACCEPTED =
            """
            update manifest_line set state = 'ACCEPTED'
            where org_id = :org and manifest_id = :id and state = 'WAITING'
            """;
    private static final String REFUSED =
            """
            update manifest_line set state = 'REFUSED', refusal = :refusal
            where org_id = :org and manifest_id = :id and tracking_number = :number
              and state = 'WAITING'
            """;
    private static final String LIST =
            """
            select m.manifest_id, m.carrier, m.state, m.opened_at, m.closed_at, m.reported_at,
              m.attempts, m.problem, l.numbers, l.refused
            from manifest m, lateral (select count(*) as numbers,
                count(*) filter (where state = 'REFUSED') as refused
              from manifest_line where org_id = :org and manifest_id = m.manifest_id) l
            where m.org_id = :org
              and (cast(:before as uuid) is null or m.manifest_id < :before)
            order by m.manifest_id desc limit :limit
            """;

    /** A manifest that is to be sent now. */
    record Due(UUID manifestId, int attempts) {}

    /** A parcel on a manifest. */
    record Line(ParcelId parcelId, CarrierManifest.Line told) {}

    /**
     * The manifest to which numbers are added now; it stays open until this transaction ends.
     *
     * @param id of a new one
     */
    UUID open(Tx tx, String carrier, UUID id, Instant now) {
        for (int i = 0; i < 3; i++) {
            tx.sql(OPEN).with("id", id).with("carrier", carrier).with("now", now).run();
            Optional<UUID> found =
                    tx.sql(OPENED).with("carrier", carrier).find(row -> row.uuid("manifest_id"));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException("the manifest of " + carrier + " closes all the time");
    }

    /** A number that stands on any manifest already stays there. */
    void add(Tx tx, UUID manifest, String carrier, Line line) {
        tx.sql(ADD)
                .with("id", manifest)
                .with("carrier", carrier)
                .with("number", line.told().number().value())
                .with("parcel", line.parcelId().value())
                .with("service", line.told().service())
                .with("code", line.told().postalCode())
                .with("grams", line.told().weight().grams())
                .run();
    }

    /** Closes the carrier's manifest when it was opened before that. */
    void close(Tx tx, String carrier, Instant before, Instant now) {
        tx.sql(CLOSE).with("carrier", carrier).with("before", before).with("now", now).run();
    }

    /**
     * Takes one that is due; nobody else gets it before that time.
     *
     * @param until when it is due again, whatever becomes of it
     */
    Optional<Due> claim(Tx tx, String carrier, Instant now, Instant until) {
        return tx.sql(CLAIM)
                .with("carrier", carrier)
                .with("now", now)
                .with("until", until)
                .find(row -> new Due(row.uuid("manifest_id"), row.integer("attempts")));
    }

    boolean isAnyWaiting(Tx tx) {
        return tx.sql(WAITING).get(row -> row.flag("waiting"));
    }

    List<Line> lines(Tx tx, UUID manifest) {
        return tx.sql(LINES).with("id", manifest).list(ManifestStore::line);
    }

    void later(Tx tx, UUID manifest, Instant next, String problem) {
        tx.sql(LATER).with("id", manifest).with("next", next).with("problem", problem).run();
    }

    /** False when it was settled before. */
    boolean reported(Tx tx, UUID manifest, Instant now) {
        return tx.sql(REPORTED).with("id", manifest).with("now", now).run() == 1;
    }

    void refused(Tx tx, UUID manifest, TrackingNumber number, String refusal) {
        tx.sql(REFUSED)
                .with("id", manifest)
                .with("number", number.value())
                .with("refusal", refusal)
                .run();
    }

    /** All that was not refused. */
    void accepted(Tx tx, UUID manifest) {
        tx.sql(ACCEPTED).with("id", manifest).run();
    }

    List<Manifest> list(Tx tx, @Nullable UUID before, int limit) {
        return tx.sql(LIST)
                .with("before", before)
                .with("limit", limit)
                .list(ManifestStore::manifest);
    }

    private static Line line(Row row) {
        return new Line(
                new ParcelId(row.uuid("parcel_id")),
                new CarrierManifest.Line(
                        new TrackingNumber(row.text("tracking_number")),
                        row.text("service"),
                        row.text("postal_code"),
                        new Weight(row.integer("grams"))));
    }

    private static Manifest manifest(Row row) {
        String problem = row.text("problem");
        return new Manifest(
                row.uuid("manifest_id"),
                row.text("carrier"),
                ManifestState.valueOf(row.text("state")),
                row.integer("numbers"),
                row.integer("refused"),
                row.instant("opened_at"),
                row.instantOrNull("closed_at"),
                row.instantOrNull("reported_at"),
                row.integer("attempts"),
                problem.isEmpty() ? null : problem);
    }
}
