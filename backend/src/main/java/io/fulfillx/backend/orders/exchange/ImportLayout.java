package io.fulfillx.backend.orders.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.Fault;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How a file is to be read.
 *
 * @param format CSV or JSONL
 * @param separator between the cells of a row
 * @param columns what the file calls our columns
 * @param datePattern of times without a zone; null for ISO 8601
 * @param zone of those times
 * @param currency where the file has no column for it
 * @param payment where the file has no column for it
 * @param cancelPrefix an order whose id begins so is a cancelled one, its quantities are negative
 * @param escaped cells were written by us, with an apostrophe before what looks like a formula
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportLayout(
        Format format,
        String separator,
        Map<OrderColumn, String> columns,
        @Nullable String datePattern,
        String zone,
        @Nullable String currency,
        @Nullable String payment,
        @Nullable String cancelPrefix,
        boolean escaped) {
    /** What a file is written in. */
    enum Format {
        CSV,
        JSONL
    }

    /** Known kinds of files. */
    enum Preset {
        FULFILLX,
        INVOICES;

        ImportLayout layout(Format format) {
            return switch (this) {
                case FULFILLX -> ours(format);
                case INVOICES -> invoices();
            };
        }
    }

    private static final int MAX_NAME = 100;

    ImportLayout {
        columns = Map.copyOf(columns);
    }

    private static ImportLayout ours(Format format) {
        Map<OrderColumn, String> columns = new EnumMap<>(OrderColumn.class);
        for (OrderColumn column : OrderColumn.values()) {
            columns.put(column, column.header());
        }
        return new ImportLayout(format, ",", columns, null, "UTC", null, null, null, true);
    }

    /** One row for each line of an invoice; a customer is a number and has a country only. */
    private static ImportLayout invoices() {
        return new ImportLayout(
                Format.CSV,
                ",",
                Map.of(
                        OrderColumn.ORDER,
                        "InvoiceNo",
                        OrderColumn.SKU,
                        "StockCode",
                        OrderColumn.TITLE,
                        "Description",
                        OrderColumn.QUANTITY,
                        "Quantity",
                        OrderColumn.PLACED_AT,
                        "InvoiceDate",
                        OrderColumn.UNIT_PRICE,
                        "UnitPrice",
                        OrderColumn.SHIP_NAME,
                        "CustomerID",
                        OrderColumn.SHIP_COUNTRY,
                        "Country"),
                "dd/MM/yyyy HH:mm",
                "Europe/London",
                "GBP",
                "PAID",
                "C",
                false);
    }

    /** The same with other names for some columns. */
    ImportLayout with(
            Map<String, String> names,
            @Nullable String newSeparator,
            @Nullable String newCurrency) {
        Map<OrderColumn, String> all = new HashMap<>(columns);
        names.forEach((column, name) -> all.put(column(column), name));
        return new ImportLayout(
                format,
                newSeparator == null ? separator : newSeparator,
                all,
                datePattern,
                zone,
                newCurrency == null ? currency : newCurrency,
                payment,
                cancelPrefix,
                escaped);
    }

    /** The same with times written in another way. */
    ImportLayout withTimes(@Nullable String newPattern, @Nullable String newZone) {
        return new ImportLayout(
                format,
                separator,
                columns,
                newPattern == null ? datePattern : newPattern,
                newZone == null ? zone : newZone,
                currency,
                payment,
                cancelPrefix,
                escaped);
    }

    private static OrderColumn column(String name) {
        for (OrderColumn column : OrderColumn.values()) {
            if (column.header().equals(name)) {
                return column;
            }
        }
        throw Fault.invalid("/columns/" + name, "There is no column " + name + " of ours.");
    }

    /**
     * @throws Fault INVALID
     */
    ImportLayout checked() {
        if (separator.length() != 1 || separator.charAt(0) == '"') {
            throw Fault.invalid("/separator", "One character is expected.");
        }
        if (columns.values().stream().anyMatch(name -> name.length() > MAX_NAME)) {
            throw Fault.invalid("/columns", "A name has at most " + MAX_NAME + " characters.");
        }
        try {
            ZoneId _ = ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Fault.invalid("/zone", "A zone such as Europe/London is expected.");
        }
        try {
            if (datePattern != null) {
                DateTimeFormatter _ = DateTimeFormatter.ofPattern(datePattern);
            }
        } catch (IllegalArgumentException e) {
            throw Fault.invalid("/datePattern", "A pattern such as dd/MM/yyyy HH:mm is expected.");
        }
        return this;
    }
}
