package io.fulfillx.backend.shipping;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.Label.Purchase;
import io.fulfillx.backend.shipping.api.LabelSheets;
import io.fulfillx.backend.shipping.api.ServerPrint;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

final class LabelStore {
    private static final String SELECT =
            """
            select label_id, parcel_id, attempt, reference, state, carrier, service,
              tracking_number, carrier_shipment_id, cost_minor, currency, zpl_key, pdf_key, error,
              changed_at
            from label where org_id = :org
            """;
    private static final String NEWEST =
            SELECT + "and parcel_id = :parcel order by attempt desc limit 1";
    private static final String NEWEST_BOUGHT =
            SELECT
                    + "and parcel_id = :parcel and tracking_number is not null"
                    + " order by attempt desc limit 1";
    private static final String CREATED =
            "select created_at from label where org_id = :org and label_id = :id";
    private static final String INSERT =
            """
            insert into label (org_id, label_id, parcel_id, attempt, reference, state, carrier,
              service, created_at, changed_at)
            values (:org, :id, :parcel, :attempt, :reference, 'INTENT', :carrier, :service, :now,
              :now)
            on conflict do nothing
            """;
    private static final String MOVE =
            """
            update label set state = :to, error = :error, changed_at = :now
            where org_id = :org and label_id = :id and state = :from and changed_at <= :before
            """;
    private static final String PURCHASED =
            """
            update label set state = 'PURCHASED', tracking_number = :tracking,
              carrier_shipment_id = :shipment, cost_minor = :cost, currency = :currency,
              zpl_key = :zpl, pdf_key = :pdf, error = '', changed_at = :now
            where org_id = :org and label_id = :id and state in ('REQUESTED', 'UNKNOWN', 'INTENT')
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
            select :org, :id, :parcel, :tracking, :station, :operator, :printer, :copy, :evidence,
              :at
            -- A sheet of the server that a station has only looked at is one sheet.
            where not exists (select 1 from label_print p
              where p.org_id = :org and p.parcel_id = :parcel and p.printer = :printer
                and p.copy = :copy and p.station_id is null)
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
        return tx.sql(NEWEST).with("parcel", parcel.value()).find(LabelStore::label);
    }

    /** The newest that was ever paid. */
    Optional<Label> newestBought(Tx tx, ParcelId parcel) {
        return tx.sql(NEWEST_BOUGHT).with("parcel", parcel.value()).find(LabelStore::label);
    }

    Instant createdAt(Tx tx, Label label) {
        return tx.sql(CREATED).with("id", label.labelId()).get(row -> row.instant("created_at"));
    }

    /** False when the parcel has a live label already: somebody else is at work. */
    boolean insert(Tx tx, Label label) {
        return tx.sql(INSERT)
                        .with("id", label.labelId())
                        .with("parcel", label.parcelId().value())
                        .with("attempt", label.attempt())
                        .with("reference", label.reference())
                        .with("carrier", label.carrier())
                        .with("service", label.service())
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

    /** False when it was settled before. */
    boolean purchased(Tx tx, Label label, Purchase purchase, Instant now) {
        return tx.sql(PURCHASED)
                        .with("id", label.labelId())
                        .with("tracking", purchase.trackingNumber().value())
                        .with("shipment", purchase.carrierShipmentId())
                        .with("cost", purchase.cost().minor())
                        .with("currency", purchase.cost().currency())
                        .with("zpl", purchase.zplKey())
                        .with("pdf", purchase.pdfKey())
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

    void printed(
            Tx tx,
            CommandId id,
            StationId station,
            OperatorId operator,
            LabelPrinted print,
            Instant at) {
        tx.sql(PRINT)
                .with("id", id.value())
                .with("parcel", print.parcelId().value())
                .with("tracking", print.trackingNumber().value())
                .with("station", station.value())
                .with("operator", operator.value())
                .with("printer", print.printer())
                .with("copy", print.copy())
                .with("evidence", print.evidence())
                .with("at", at)
                .run();
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
                purchase(row));
    }

    private static @Nullable Purchase purchase(Row row) {
        String tracking = row.textOrNull("tracking_number");
        if (tracking == null) {
            return null;
        }
        return new Purchase(
                new TrackingNumber(tracking),
                row.text("carrier_shipment_id"),
                new Money(row.bigint("cost_minor"), row.text("currency")),
                row.text("zpl_key"),
                row.text("pdf_key"));
    }
}
