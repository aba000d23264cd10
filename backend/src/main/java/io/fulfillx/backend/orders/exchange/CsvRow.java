package io.fulfillx.backend.orders.exchange;

import de.siegmar.fastcsv.reader.CsvRecord;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** One row of a file by our names for its columns. */
record CsvRow(CsvRecord row, Map<OrderColumn, Integer> places, boolean escaped) {
    long line() {
        return row.getStartingLineNumber();
    }

    /** Null for an empty cell and where the file has no such column. */
    @Nullable String cell(OrderColumn column) {
        Integer place = places.get(column);
        if (place == null || place >= row.getFieldCount()) {
            return null;
        }
        String raw = row.getField(place);
        String cell = escaped ? CellText.read(raw) : raw.strip();
        return cell.isEmpty() ? null : cell;
    }
}
