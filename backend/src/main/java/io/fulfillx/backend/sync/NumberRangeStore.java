package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.backend.shipping.api.LabelRule;
import io.fulfillx.backend.shipping.api.LeasedNumbers;
import io.fulfillx.backend.sync.api.NumberBook;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.NumberSeries.Issued;
import io.fulfillx.model.sync.LeaseNumbers;

import java.util.Optional;

/** Which numbers were lent to whom, in the database. */
final class NumberRangeStore implements NumberBook {
    private static final String BEGIN =
            """
            insert into number_series (org_id, kind, issuer, next_serial)
            values (:org, :kind, :issuer, :next)
            on conflict do nothing
            """;
    private static final String NEXT =
            """
            select next_serial from number_series
            where org_id = :org and kind = :kind and issuer = :issuer for update
            """;
    private static final String TAKEN =
            """
            update number_series set next_serial = :next
            where org_id = :org and kind = :kind and issuer = :issuer
            """;
    private static final String INSERT =
            """
            insert into number_range (org_id, lease_id, station_id, epoch, carrier, kind, issuer,
              from_serial, to_serial)
            values (:org, :lease, :station, :epoch, :carrier, :kind, :issuer, :from, :to)
            """;
    private static final String FIND =
            """
            select kind, issuer, from_serial, to_serial from number_range
            where org_id = :org and lease_id = :lease and station_id = :station and epoch = :epoch
              and carrier is not distinct from cast(:carrier as text)
            """;
    private static final String LENT_FOR =
            """
            select carrier from number_range
            where org_id = :org and kind = :kind and issuer = :issuer and station_id = :station
              and from_serial <= :serial and :serial < to_serial
            """;

    private final ShippingModule shipping;

    NumberRangeStore(ShippingModule shipping) {
        this.shipping = shipping;
    }

    @Override
    public LabelRule rule(Tx tx) {
        return shipping.rule(tx);
    }

    @Override
    public Optional<LeasedNumbers> ofCarrier(Tx tx, String carrier) {
        return shipping.leasedNumbers(tx, carrier);
    }

    @Override
    public Optional<NumberRange> take(Tx tx, NumberSeries series, long first, long end, int size) {
        of(tx, BEGIN, series).with("next", first).run();
        long next = of(tx, NEXT, series).get(row -> row.bigint("next_serial"));
        long from = Math.max(first, next);
        long to = Math.min(from + size, end);
        if (from >= to) {
            return Optional.empty();
        }
        of(tx, TAKEN, series).with("next", to).run();
        return Optional.of(new NumberRange(series, from, to));
    }

    @Override
    public void insert(Tx tx, StationId station, LeaseNumbers asked, NumberRange range) {
        of(tx, INSERT, station, asked)
                .with("kind", range.series().kind().name())
                .with("issuer", range.series().issuer())
                .with("from", range.from())
                .with("to", range.to())
                .run();
    }

    @Override
    public Optional<NumberRange> find(Tx tx, StationId station, LeaseNumbers asked) {
        return of(tx, FIND, station, asked).find(NumberRangeStore::range);
    }

    /**
     * The carrier for whose labels the number was lent to the station, in this or an earlier life
     * of its journal: acts move on to the next one.
     */
    Optional<String> lentFor(Tx tx, StationId station, Issued number) {
        return of(tx, LENT_FOR, number.series())
                .with("station", station.value())
                .with("serial", number.serial())
                .find(row -> row.text("carrier"));
    }

    private static Tx.Statement of(Tx tx, String sql, NumberSeries series) {
        return tx.sql(sql).with("kind", series.kind().name()).with("issuer", series.issuer());
    }

    private static Tx.Statement of(Tx tx, String sql, StationId station, LeaseNumbers asked) {
        return tx.sql(sql)
                .with("lease", asked.lease())
                .with("station", station.value())
                .with("epoch", asked.epoch())
                .with("carrier", asked.carrier());
    }

    private static NumberRange range(Row row) {
        return new NumberRange(
                new NumberSeries(NumberSeries.Kind.valueOf(row.text("kind")), row.text("issuer")),
                row.bigint("from_serial"),
                row.bigint("to_serial"));
    }
}
