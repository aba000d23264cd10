package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.launcher.simulate.Books.Life;
import io.fulfillx.launcher.simulate.Books.Place;
import io.fulfillx.launcher.simulate.Books.Row;
import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The stations' journals in memory. */
class MemoryJournals implements JournalBook {
    private final Books books;

    MemoryJournals(Books books) {
        this.books = books;
    }

    final Books books() {
        return books;
    }

    @Override
    public Journal lock(Tx tx, StationId station, String epoch) {
        Life life = new Life(station, epoch);
        if (!books.journals.has(life)) {
            books.journals.put(life, new Journal(0, "", "", null));
        }
        return books.journals.get(life);
    }

    @Override
    public Optional<Journal> find(Tx tx, StationId station, String epoch) {
        return books.journals.find(new Life(station, epoch));
    }

    @Override
    public void begin(Tx tx, StationId station, String epoch, String machine) {
        Journal before = lock(tx, station, epoch);
        put(station, epoch, new Journal(before.lastN(), before.head(), machine, before.burned()));
    }

    @Override
    public void burn(Tx tx, StationId station, String epoch, String why) {
        find(tx, station, epoch)
                .filter(journal -> journal.burned() == null)
                .ifPresent(
                        journal ->
                                put(
                                        station,
                                        epoch,
                                        new Journal(
                                                journal.lastN(),
                                                journal.head(),
                                                journal.machine(),
                                                why)));
    }

    @Override
    public void advance(
            Tx tx, StationId station, String epoch, Journal before, long n, @Nullable String hash) {
        Journal now = lock(tx, station, epoch);
        Violation.unless(
                now.lastN() == before.lastN() && n > now.lastN(),
                "the server's copy of a journal has a gap");
        String head = Objects.requireNonNullElse(hash, "");
        put(station, epoch, new Journal(n, head, now.machine(), now.burned()));
    }

    private void put(StationId station, String epoch, Journal journal) {
        books.journals.put(new Life(station, epoch), journal);
    }

    @Override
    public Optional<Stored> row(Tx tx, StationId station, String epoch, long n) {
        return books.rows.find(new Place(new Life(station, epoch), n)).map(Row::stored);
    }

    @Override
    public Map<UUID, Stored> known(Tx tx, Collection<UUID> commands) {
        Map<UUID, Stored> known = new HashMap<>();
        for (UUID command : commands) {
            books.commands
                    .find(command)
                    .flatMap(books.rows::find)
                    .ifPresent(row -> known.put(command, row.stored()));
        }
        return known;
    }

    @Override
    public void insert(Tx tx, StationId station, String epoch, List<Ruled> rows) {
        for (Ruled ruled : rows) {
            Place place = new Place(new Life(station, epoch), ruled.row().n());
            UUID command = ruled.row().commandId().value();
            books.rows.put(place, new Row(ruled.stored(epoch), ruled.row().command()));
            books.commands.put(command, place);
            books.effects.put(command, books.effects.find(command).orElse(0) + 1);
        }
    }
}
