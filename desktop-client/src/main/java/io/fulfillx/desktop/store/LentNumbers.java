package io.fulfillx.desktop.store;

import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.NumberSeries.Issued;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;
import io.fulfillx.model.sync.StationCommand.ParcelPlated;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Numbers for plates and for carriers' labels that the server has lent to this life of the journal.
 * One is burned in the commit of the act that names it; those of an earlier life are never used
 * again, as a copy of the disk may have used them.
 */
public final class LentNumbers {
    /** Stands for a carrier where plates are meant. */
    public static final String PLATES = "";

    private static final String KEY = "numbers";

    /** New ones are asked for while there are fewer than that. */
    private static final int LOW = 500;

    private final StoreLock lock;
    private final MetaTable meta;
    private final JournalTable journal;
    private final Supplier<UUID> ids;

    /**
     * @param asked the request that waits for its answer; null without one
     */
    private record Stock(List<NumberRange> ranges, @Nullable UUID asked) {
        static final Stock NONE = new Stock(List.of(), null);

        Optional<NumberRange> next() {
            return ranges.stream().findFirst();
        }

        long left() {
            return ranges.stream().mapToLong(NumberRange::left).sum();
        }

        Stock plus(NumberRange range) {
            List<NumberRange> more = new ArrayList<>(ranges);
            more.add(range);
            return new Stock(more, null);
        }

        Stock withoutFirst() {
            List<NumberRange> fewer = new ArrayList<>(ranges);
            NumberRange rest = fewer.removeFirst().rest();
            if (rest.left() > 0) {
                fewer.addFirst(rest);
            }
            return new Stock(fewer, asked);
        }
    }

    /**
     * @param stocks by the carrier's code
     */
    private record Held(String epoch, Map<String, Stock> stocks) {
        Stock of(String carrier) {
            return stocks.getOrDefault(carrier, Stock.NONE);
        }

        Held with(String carrier, Stock stock) {
            Map<String, Stock> changed = new HashMap<>(stocks);
            changed.put(carrier, stock);
            return new Held(epoch, changed);
        }
    }

    LentNumbers(StoreLock lock, MetaTable meta, JournalTable journal, Supplier<UUID> ids) {
        this.lock = lock;
        this.meta = meta;
        this.journal = journal;
        this.ids = ids;
    }

    /** The number that the next plate has; empty when none is left. */
    public Optional<Sscc> nextPlate() {
        return lock.read(_ -> held().of(PLATES).next().map(NumberRange::plate));
    }

    /** The number that the next label of the service has; empty when none is left. */
    public Optional<TrackingNumber> next(LeasedService service) {
        return lock.read(
                _ ->
                        held().of(service.carrier())
                                .next()
                                .filter(range -> range.series().kind().isType(service.type()))
                                .map(range -> range.first(service.type())));
    }

    /** How many parcels can be numbered without the server. */
    public long left(String carrier) {
        return lock.read(_ -> held().of(carrier).left());
    }

    /** What to ask the server for, the same until it is answered; empty while there are enough. */
    public Optional<LeaseNumbers> wanted(String carrier) {
        return lock.commit(
                _ -> {
                    Held now = held();
                    Stock stock = now.of(carrier);
                    if (stock.left() >= LOW) {
                        return Optional.empty();
                    }
                    UUID asked = stock.asked();
                    if (asked == null) {
                        asked = ids.get();
                        write(now.with(carrier, new Stock(stock.ranges(), asked)));
                    }
                    String named = carrier.equals(PLATES) ? null : carrier;
                    return Optional.of(new LeaseNumbers(asked, now.epoch(), named));
                });
    }

    /** Takes the answer; one that came twice, or for an earlier life of the journal, is nothing. */
    public void lent(LeaseNumbers request, NumberRange range) {
        lock.change(
                _ -> {
                    Held now = held();
                    String carrier = request.carrier() == null ? PLATES : request.carrier();
                    Stock stock = now.of(carrier);
                    if (request.lease().equals(stock.asked())) {
                        write(now.with(carrier, stock.plus(range)));
                    }
                });
    }

    /** Burns the numbers that these commands name. Inside a commit. */
    void burn(Iterable<StationCommand> commands) throws SQLException {
        for (StationCommand command : commands) {
            if (command instanceof ParcelPlated plated) {
                Held now = held();
                boolean next =
                        now.of(PLATES)
                                .next()
                                .filter(range -> range.plate().equals(plated.sscc()))
                                .isPresent();
                burn(now, next ? PLATES : null, plated.sscc().asNumber());
            } else if (command instanceof ParcelNumbered numbered) {
                Held now = held();
                burn(now, whoseNext(now, numbered.trackingNumber()), numbered.trackingNumber());
            }
        }
    }

    /** The carrier whose next number it is; null when it is nobody's. */
    private static @Nullable String whoseNext(Held now, TrackingNumber number) {
        Optional<Issued> issued = NumberSeries.read(number);
        for (Map.Entry<String, Stock> stock : now.stocks().entrySet()) {
            Optional<Issued> next =
                    stock.getValue().next().map(range -> new Issued(range.series(), range.from()));
            if (issued.isPresent() && issued.equals(next)) {
                return stock.getKey();
            }
        }
        return null;
    }

    private void burn(Held now, @Nullable String carrier, TrackingNumber number)
            throws SQLException {
        if (carrier == null) {
            throw new StoreException("number-used", "The number " + number + " is not the next.");
        }
        write(now.with(carrier, now.of(carrier).withoutFirst()));
    }

    private Held held() throws SQLException {
        String epoch = journal.epoch();
        return meta.get(KEY)
                .map(json -> Json.read(json, Held.class))
                .filter(held -> held.epoch().equals(epoch))
                .orElseGet(() -> new Held(epoch, Map.of()));
    }

    private void write(Held held) throws SQLException {
        meta.put(KEY, Json.text(held));
    }
}
