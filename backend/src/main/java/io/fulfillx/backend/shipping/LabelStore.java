package io.fulfillx.backend.shipping;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.Label.Purchase;
import io.fulfillx.backend.shipping.api.LabelSheets;
import io.fulfillx.backend.shipping.api.ParcelLabel.BoughtFor;
import io.fulfillx.backend.shipping.api.PrintedSheet;
import io.fulfillx.backend.shipping.api.ServerPrint;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

final class LabelStore {
    private static final String SELECT =
            """
            select label_id, parcel_id, attempt, reference, state, carrier, service,
              tracking_number, carrier_shipment_id, cost_minor, currency, zpl_key, pdf_key, error,
              changed_at, carton, grams
            from label where org_id = :org
            """;
    private static final String NEWEST =
            SELECT
                    + """
                    and label_id in (select distinct on (parcel_id) label_id from label
                      where org_id = :org and parcel_id = any(cast(:parcels as uuid[]))
                      order by parcel_id, attempt desc)
                    """;
    private static final String NEWEST_BOUGHT =
            SELECT
                    + """
                    and label_id in (select distinct on (parcel_id) label_id from label
                      where org_id = :org and parcel_id = any(cast(:parcels as uuid[]))
                        and tracking_number is not null
                      order by parcel_id, attempt desc)
                    """;
    private static final String CREATED =
            "select created_at from label where org_id = :org and label_id = :id";
    private static final String ADDRESS_REVISION =
            "select address_revision from label where org_id = :org and label_id = :id";
    private static final String ADDRESS_REVISIONS =
            """
            select distinct on (parcel_id) parcel_id, address_revision from label
            where org_id = :org and parcel_id = any(cast(:parcels as uuid[]))
            order by parcel_id, attempt desc
            """;
    private static final String UNUSED =
            """
            select l.parcel_id from parcel p
            join label l on l.org_id = p.org_id and l.parcel_id = p.parcel_id
            where p.org_id = :org and p.status in ('PLANNED', 'LABELLED', 'PICKED', 'SET_ASIDE')
              and l.carrier = :carrier and l.created_at < :before
              and (l.state = 'PURCHASED' and l.error = ''
                or l.state = 'VOID_REQUESTED' and l.error = :why)
            order by l.created_at limit :limit
            """;
    private static final String INSERT =
            """
            insert into label (org_id, label_id, parcel_id, attempt, reference, state, carrier,
              service, address_revision, created_at, changed_at)
            values (:org, :id, :parcel, :attempt, :reference, 'INTENT', :carrier, :service,
              :address, :now, :now)
            on conflict do nothing
            """;
    private static final String MOVE =
            """
            update label set state = :to, error = :error, changed_at = :now
            where org_id = :org and label_id = :id and state = :from and changed_at <= :before
            """;
    private static final String TELL =
            """
            update label set carton = :carton, grams = :grams
            where org_id = :org and label_id = :id
            """;
    private static final String PURCHASED =
            """
            update label set state = 'PURCHASED', tracking_number = :tracking,
              carrier_shipment_id = :shipment, cost_minor = :cost, currency = :currency,
              zpl_key = :zpl, pdf_key = :pdf, error = '', changed_at = :now
            where org_id = :org and label_id = :id and state in ('REQUESTED', 'UNKNOWN', 'INTENT')
            """;
    private static final String LEASED =
            """
            insert into label (org_id, label_id, parcel_id, attempt, reference, state, carrier,
              service, tracking_number, carrier_shipment_id, zpl_key, pdf_key, address_revision,
              carton, grams, leased, created_at, changed_at)
            values (:org, :id, :parcel, :attempt, :reference, 'PURCHASED', :carrier, :service,
              :tracking, :tracking, '', '', :address, :carton, :grams, true, :now, :now)
            on conflict do nothing
            """;
    private static final String QUOTE =
            """
            insert into rate_quote (org_id, quote_id, parcel_id, inputs, rates, choice)
            values (:org, :id, :parcel, cast(:inputs as jsonb), cast(:rates as jsonb),
              cast(:choice as jsonb))
            """;
    private static final String PRINT =
            """
            insert into label_print (org_id, print_id, parcel_id, tracking_number, station_id,
              operator_id, printer, copy, evidence, printed_at)
            select :org, s.id, s.parcel, s.tracking, s.station, s.operator, s.printer, s.copy,
              s.evidence, s.at
            from jsonb_to_recordset(cast(:sheets as jsonb)) as s(id uuid, parcel uuid,
              tracking text, station uuid, operator uuid, printer text, copy int, evidence text,
              at timestamptz)
            -- A sheet of the server that a station has only looked at is one sheet.
            where not exists (select 1 from label_print p
              where p.org_id = :org and p.parcel_id = s.parcel and p.printer = s.printer
                and p.copy = s.copy and p.station_id is null)
            on conflict do nothing
            """;
    private static final String PRINT_HERE =
            """
            insert into label_print (org_id, print_id, parcel_id, tracking_number, printer, copy,
              evidence, printed_at, printed_by)
            values (:org, :id, :parcel, :tracking, :printer, :copy, :evidence, :at, :by)
            on conflict do nothing
            """;
    private static final String SHEETS =
            """
            select count(*) as sheets,
              count(*) filter (where station_id is not null) as of_stations
            from label_print
            where org_id = :org and parcel_id = :parcel and tracking_number = :tracking
            """;
    private static final String PRINTS =
            """
            select count(*) as prints from label_print
            where org_id = :org and parcel_id = :parcel
            """;

    Optional<Label> newest(Tx tx, ParcelId parcel) {
        return newest(tx, List.of(parcel)).stream().findFirst();
    }

    List<Label> newest(Tx tx, Collection<ParcelId> parcels) {
        return tx.sql(NEWEST)
                .withIds("parcels", parcels.stream().map(ParcelId::value).toList())
                .list(LabelStore::label);
    }

    /** The newest of each parcel that was ever paid. */
    List<Label> newestBought(Tx tx, Collection<ParcelId> parcels) {
        return tx.sql(NEWEST_BOUGHT)
                .withIds("parcels", parcels.stream().map(ParcelId::value).toList())
                .list(LabelStore::label);
    }

    Instant createdAt(Tx tx, Label label) {
        return tx.sql(CREATED).with("id", label.labelId()).get(row -> row.instant("created_at"));
    }

    /** Which of the order's addresses it was bought for. */
    int addressRevision(Tx tx, Label label) {
        return tx.sql(ADDRESS_REVISION)
                .with("id", label.labelId())
                .get(row -> row.integer("address_revision"));
    }

    /** Of the newest label of each parcel that has one. */
    Map<ParcelId, Integer> addressRevisions(Tx tx, Collection<ParcelId> parcels) {
        Map<ParcelId, Integer> revisions = new HashMap<>();
        tx.sql(ADDRESS_REVISIONS)
                .withIds("parcels", parcels.stream().map(ParcelId::value).toList())
                .list(
                        row ->
                                revisions.put(
                                        new ParcelId(row.uuid("parcel_id")),
                                        row.integer("address_revision")));
        return revisions;
    }

    /**
     * Parcels that never left under a label that was asked for before that.
     *
     * @param why what is written down of those whose carrier has not answered yet
     */
    List<ParcelId> unused(Tx tx, String carrier, Instant before, String why, int limit) {
        return tx.sql(UNUSED)
                .with("carrier", carrier)
                .with("before", before)
                .with("why", why)
                .with("limit", limit)
                .list(row -> new ParcelId(row.uuid("parcel_id")));
    }

    /** False when the parcel has a live label already: somebody else is at work. */
    boolean insert(Tx tx, Label label, int addressRevision) {
        return tx.sql(INSERT)
                        .with("id", label.labelId())
                        .with("parcel", label.parcelId().value())
                        .with("attempt", label.attempt())
                        .with("reference", label.reference())
                        .with("carrier", label.carrier())
                        .with("service", label.service())
                        .with("address", addressRevision)
                        .with("now", label.changedAt())
                        .run()
                == 1;
    }

    /** True for exactly one of all who try to move the label on from the state they saw. */
    boolean move(Tx tx, Label seen, LabelState to, String error, Instant now) {
        if (!seen.state().mayBecome(to)) {
            throw new IllegalStateException(seen.state() + " never becomes " + to);
        }
        return tx.sql(MOVE)
                        .with("id", seen.labelId())
                        .with("from", seen.state().name())
                        .with("before", seen.changedAt())
                        .with("to", to.name())
                        .with("error", error)
                        .with("now", now)
                        .run()
                == 1;
    }

    /** Writes down what the carrier is told of the parcel. */
    void tell(Tx tx, Label label, BoughtFor told) {
        tx.sql(TELL)
                .with("id", label.labelId())
                .with("carton", told.carton())
                .with("grams", told.weight().grams())
                .run();
    }

    /** False when it was settled before. */
    boolean purchased(Tx tx, Label label, Purchase purchase, Instant now) {
        Money cost = Objects.requireNonNull(purchase.cost(), "what is bought has a price");
        return tx.sql(PURCHASED)
                        .with("id", label.labelId())
                        .with("tracking", purchase.trackingNumber().value())
                        .with("shipment", purchase.carrierShipmentId())
                        .with("cost", cost.minor())
                        .with("currency", cost.currency())
                        .with("zpl", purchase.zplKey())
                        .with("pdf", purchase.pdfKey())
                        .with("now", now)
                        .run()
                == 1;
    }

    /** False when the number is another parcel's. */
    boolean leased(
            Tx tx,
            UUID id,
            int attempt,
            String reference,
            String carrier,
            ParcelNumbered act,
            Instant now) {
        return tx.sql(LEASED)
                        .with("id", id)
                        .with("parcel", act.parcelId().value())
                        .with("attempt", attempt)
                        .with("reference", reference)
                        .with("carrier", carrier)
                        .with("service", act.service())
                        .with("tracking", act.trackingNumber().value())
                        .with("address", act.addressRevision())
                        .with("carton", act.carton())
                        .with("grams", act.weight().grams())
                        .with("now", now)
                        .run()
                == 1;
    }

    void quote(Tx tx, UUID id, ParcelId parcel, Object inputs, Object rates, Object choice) {
        tx.sql(QUOTE)
                .with("id", id)
                .with("parcel", parcel.value())
                .withJson("inputs", inputs)
                .withJson("rates", rates)
                .withJson("choice", choice)
                .run();
    }

    void printed(Tx tx, List<PrintedSheet> sheets) {
        record Sheet(
                CommandId id,
                ParcelId parcel,
                String tracking,
                StationId station,
                OperatorId operator,
                String printer,
                int copy,
                String evidence,
                Instant at) {}
        List<Sheet> rows =
                sheets.stream()
                        .map(
                                each ->
                                        new Sheet(
                                                each.id(),
                                                each.parcelId(),
                                                each.print().trackingNumber().value(),
                                                each.station(),
                                                each.operator(),
                                                each.print().printer(),
                                                each.print().copy(),
                                                each.print().evidence(),
                                                each.at()))
                        .toList();
        tx.sql(PRINT).withJson("sheets", rows).run();
    }

    void printedHere(Tx tx, ServerPrint print) {
        tx.sql(PRINT_HERE)
                .with("id", print.jobId())
                .with("parcel", print.parcelId().value())
                .with("tracking", print.trackingNumber().value())
                .with("printer", print.printer())
                .with("copy", print.copy())
                .with("evidence", print.evidence())
                .with("at", print.at())
                .with("by", print.by())
                .run();
    }

    LabelSheets sheets(Tx tx, ParcelId parcel, TrackingNumber number) {
        return tx.sql(SHEETS)
                .with("parcel", parcel.value())
                .with("tracking", number.value())
                .get(row -> new LabelSheets(row.integer("sheets"), row.integer("of_stations")));
    }

    int prints(Tx tx, ParcelId parcel) {
        return tx.sql(PRINTS).with("parcel", parcel.value()).get(row -> row.integer("prints"));
    }

    private static Label label(Row row) {
        return new Label(
                row.uuid("label_id"),
                new ParcelId(row.uuid("parcel_id")),
                row.integer("attempt"),
                row.text("reference"),
                LabelState.valueOf(row.text("state")),
                row.text("carrier"),
                row.text("service"),
                row.text("error"),
                row.instant("changed_at"),
                boughtFor(row),
                purchase(row));
    }

    private static @Nullable BoughtFor boughtFor(Row row) {
        String carton = row.textOrNull("carton");
        return carton == null ? null : new BoughtFor(carton, new Weight(row.integer("grams")));
    }

    private static @Nullable Purchase purchase(Row row) {
        String tracking = row.textOrNull("tracking_number");
        if (tracking == null) {
            return null;
        }
        return new Purchase(
                new TrackingNumber(tracking),
                row.text("carrier_shipment_id"),
                row.textOrNull("currency") == null
                        ? null
                        : new Money(row.bigint("cost_minor"), row.text("currency")),
                row.text("zpl_key"),
                row.text("pdf_key"));
    }
}
