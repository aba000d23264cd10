package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.launcher.simulate.Books.Shelf;
import io.fulfillx.launcher.simulate.Books.Stock;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;

import java.util.Optional;

/** Stock in memory. What left, sold or written off, is counted too. */
class MemoryStock {
    private final Books books;

    MemoryStock(Books books) {
        this.books = books;
    }

    void receive(Shelf shelf, int units) {
        books.stock.put(shelf, new Stock(units, 0));
        books.left.put(shelf, 0);
    }

    /** A place with so many units that are promised to nobody; not that one. */
    Optional<Shelf> free(ItemId item, int units, Optional<LocationId> except) {
        return books.stock.all().entrySet().stream()
                .filter(each -> each.getKey().item().equals(item))
                .filter(each -> except.filter(each.getKey().place()::equals).isEmpty())
                .filter(each -> each.getValue().free() >= units)
                .map(each -> each.getKey())
                .findFirst();
    }

    void reserve(Shelf shelf, int units) {
        Stock stock = books.stock.get(shelf);
        books.stock.put(shelf, new Stock(stock.onHand(), stock.reserved() + units));
    }

    /** Promised units leave the house, or were not there at all. */
    void takeOut(LineStock line, int units) {
        Shelf shelf = shelf(line);
        Stock stock = books.stock.get(shelf);
        books.stock.put(shelf, new Stock(stock.onHand() - units, stock.reserved() - units));
        books.left.put(shelf, books.left.get(shelf) + units);
    }

    /** Units are promised no more. */
    void release(LineStock line, int units) {
        reserve(shelf(line), -units);
    }

    static Shelf shelf(LineStock line) {
        return new Shelf(line.itemId(), line.locationId());
    }
}
