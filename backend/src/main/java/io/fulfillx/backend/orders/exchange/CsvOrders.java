package io.fulfillx.backend.orders.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import io.fulfillx.backend.orders.exchange.FileOrder.Problem;
import io.fulfillx.backend.platform.Fault;

import org.jspecify.annotations.Nullable;

import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Reads orders from CSV: the rows of an order stand together. Keeps one order in memory. */
final class CsvOrders implements Iterator<FileOrder> {
    private static final int MAX_ROWS = 1_000;

    private final ImportLayout layout;
    private final Iterator<CsvRecord> records;
    private final Map<OrderColumn, Integer> places;
    private @Nullable CsvRecord ahead;

    /**
     * @throws Fault INVALID when the first row does not name what is needed
     */
    CsvOrders(Reader file, ImportLayout layout) {
        this.layout = layout;
        this.records =
                CsvReader.builder()
                        .fieldSeparator(layout.separator().charAt(0))
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(file)
                        .iterator();
        CsvRecord header = advance();
        if (header == null) {
            throw Fault.invalid("", "The file is empty.");
        }
        places = places(header.getFields());
        ahead = advance();
    }

    private Map<OrderColumn, Integer> places(List<String> header) {
        Map<String, Integer> byName = new java.util.HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byName.putIfAbsent(header.get(i).replace("\uFEFF", "").strip(), i);
        }
        Map<OrderColumn, Integer> found = new EnumMap<>(OrderColumn.class);
        layout.columns()
                .forEach(
                        (column, name) -> {
                            Integer place = byName.get(name);
                            if (place != null) {
                                found.put(column, place);
                            }
                        });
        for (OrderColumn needed :
                List.of(OrderColumn.ORDER, OrderColumn.PLACED_AT, OrderColumn.QUANTITY)) {
            if (!found.containsKey(needed)) {
                throw Fault.invalid(
                        "/columns/" + needed.header(),
                        "The first row of the file does not name the column "
                                + layout.columns().getOrDefault(needed, needed.header())
                                + ".");
            }
        }
        return found;
    }

    /**
     * @throws Fault INVALID when it is no CSV from here on
     */
    private @Nullable CsvRecord advance() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw Fault.invalid("", "The file is no CSV: " + e.getMessage());
        }
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public FileOrder next() {
        CsvRecord first = ahead;
        if (first == null) {
            throw new NoSuchElementException();
        }
        String key = key(first);
        List<CsvRow> rows = new ArrayList<>();
        long count = 0;
        for (CsvRecord each = first; each != null && key(each).equals(key); each = ahead) {
            count++;
            if (rows.size() <= MAX_ROWS) {
                rows.add(new CsvRow(each, places, layout.escaped()));
            }
            ahead = advance();
        }
        if (key.isEmpty()) {
            Problem problem =
                    new Problem(
                            first.getStartingLineNumber(),
                            layout.columns().getOrDefault(OrderColumn.ORDER, "order"),
                            "The row does not say to which order it belongs.");
            return new FileOrder(first.getStartingLineNumber(), count, "", null, List.of(problem));
        }
        return new CsvRows(layout, rows).order(key, count);
    }

    private String key(CsvRecord record) {
        int place = places.getOrDefault(OrderColumn.ORDER, 0);
        String cell = place < record.getFieldCount() ? record.getField(place).strip() : "";
        return layout.escaped() ? CellText.read(cell) : cell;
    }
}
