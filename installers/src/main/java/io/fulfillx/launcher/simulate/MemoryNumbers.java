package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.LabelRule;
import io.fulfillx.backend.shipping.api.LeasedNumbers;
import io.fulfillx.backend.sync.api.NumberBook;
import io.fulfillx.launcher.simulate.Books.Lease;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.sync.LeaseNumbers;

import java.util.Optional;

/** Numbers of plates that were lent, in memory; no carrier lets stations make any. */
class MemoryNumbers implements NumberBook {
    private final Books books;

    MemoryNumbers(Books books) {
        this.books = books;
    }

    @Override
    public LabelRule rule(Tx tx) {
        return books.rules.find(tx.org()).orElse(LabelRule.BY_DEFAULT);
    }

    @Override
    public Optional<LeasedNumbers> ofCarrier(Tx tx, String carrier) {
        return Optional.empty();
    }

    @Override
    public Optional<NumberRange> take(Tx tx, NumberSeries series, long first, long end, int size) {
        long from = books.series.find(series.issuer()).orElse(first);
        books.series.put(series.issuer(), from + size);
        return Optional.of(new NumberRange(series, from, from + size));
    }

    @Override
    public void insert(Tx tx, StationId station, LeaseNumbers asked, NumberRange range) {
        books.leases.put(asked.lease(), new Lease(station, asked.epoch(), range));
    }

    @Override
    public Optional<NumberRange> find(Tx tx, StationId station, LeaseNumbers asked) {
        return books.leases
                .find(asked.lease())
                .filter(it -> it.station().equals(station) && it.epoch().equals(asked.epoch()))
                .map(Lease::range);
    }
}
