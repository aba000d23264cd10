package io.fulfillx.backend.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.JsonBody;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The catalog as a table. A row adds the item of its SKU or changes what its columns name; a row
 * that is wrong is reported and does not spoil its neighbours.
 */
final class ExchangeItems {
    private static final int CHUNK = 100;
    private static final int MAX_ERRORS = 1_000;

    private final Transactions transactions;
    private final ItemStore items;
    private final KeepItems keep;

    ExchangeItems(Transactions transactions, ItemStore items, KeepItems keep) {
        this.transactions = transactions;
        this.items = items;
        this.keep = keep;
    }

    /**
     * What is wrong with a row.
     *
     * @param line where the row begins in the file, from 1
     */
    record RowError(int line, String column, String sku, String detail) {}

    /**
     * What came of an import.
     *
     * @param errors the first thousand; {@code failed} counts all
     */
    record ImportReport(
            boolean dryRun,
            int rows,
            int created,
            int changed,
            int unchanged,
            int failed,
            List<RowError> errors) {}

    private record Row(int line, List<String> fields) {}

    private enum Done {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** Undoes a trial; carries nothing. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undo() {
            super("undo", null, false, false);
        }
    }

    private static final class Tally {
        private final List<RowError> errors = new ArrayList<>();
        private final Map<Done, Integer> done = new EnumMap<>(Done.class);
        private int rows;
        private int failed;

        void fail(RowError error) {
            failed++;
            if (errors.size() < MAX_ERRORS) {
                errors.add(error);
            }
        }

        void add(List<Done> outcomes) {
            outcomes.forEach(outcome -> done.merge(outcome, 1, Integer::sum));
        }

        ImportReport report(boolean dryRun) {
            return new ImportReport(
                    dryRun,
                    rows,
                    done.getOrDefault(Done.CREATED, 0),
                    done.getOrDefault(Done.CHANGED, 0),
                    done.getOrDefault(Done.UNCHANGED, 0),
                    failed,
                    List.copyOf(errors));
        }
    }

    /**
     * @throws Fault INVALID when the first line does not name known columns with the SKU
     */
    ImportReport read(OrgId org, byte[] csv, String actor) {
        Tally tally = new Tally();
        List<Row> chunk = new ArrayList<>();
        List<ItemColumns> columns =
                each(
                        csv,
                        (all, row) -> {
                            tally.rows++;
                            chunk.add(row);
                            if (chunk.size() == CHUNK) {
                                book(org, all, chunk, actor, tally);
                                chunk.clear();
                            }
                        });
        book(org, columns, chunk, actor, tally);
        return tally.report(false);
    }

    /**
     * Says what would be done, and does nothing: all in one transaction that is undone.
     *
     * @throws Fault INVALID when the first line does not name known columns with the SKU
     */
    ImportReport tryOut(OrgId org, byte[] csv, String actor) {
        Tally tally = new Tally();
        try {
            return transactions.inOrg(
                    org,
                    tx -> {
                        var _ =
                                each(
                                        csv,
                                        (columns, row) -> attempt(tx, columns, row, actor, tally));
                        throw new Undo();
                    });
        } catch (Undo undone) {
            return tally.report(true);
        }
    }

    private void attempt(Tx tx, List<ItemColumns> columns, Row row, String actor, Tally tally) {
        tally.rows++;
        try {
            tally.add(List.of(one(tx, columns, row, actor)));
        } catch (Fault fault) {
            tally.fail(error(columns, row, fault));
        }
    }

    /** Reads row by row and returns the columns. */
    private static List<ItemColumns> each(byte[] csv, BiConsumer<List<ItemColumns>, Row> work) {
        try {
            CsvRows rows =
                    new CsvRows(
                            new InputStreamReader(
                                    new ByteArrayInputStream(csv), StandardCharsets.UTF_8));
            List<ItemColumns> columns = columns(rows.next());
            int line = rows.line();
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                work.accept(columns, new Row(line, row));
                line = rows.line();
            }
            return columns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ItemColumns> columns(@Nullable List<String> header) {
        List<ItemColumns> columns =
                header == null ? List.of() : header.stream().map(ItemColumns::named).toList();
        if (!columns.contains(ItemColumns.SKU)) {
            throw new Fault(
                    Fault.Code.INVALID, "The first line names the columns; one of them is sku.");
        }
        return columns;
    }

    /** Together when all are well; one by one when one is not, so that it fails alone. */
    private void book(
            OrgId org, List<ItemColumns> columns, List<Row> chunk, String actor, Tally tally) {
        try {
            tally.add(inOne(org, columns, chunk, actor));
        } catch (Fault fault) {
            for (Row row : chunk) {
                try {
                    tally.add(inOne(org, columns, List.of(row), actor));
                } catch (Fault own) {
                    tally.fail(error(columns, row, own));
                }
            }
        }
    }

    private List<Done> inOne(OrgId org, List<ItemColumns> columns, List<Row> rows, String actor) {
        return transactions.inOrg(
                org, tx -> rows.stream().map(row -> one(tx, columns, row, actor)).toList());
    }

    private static RowError error(List<ItemColumns> columns, Row row, Fault fault) {
        String column = ItemColumns.at(fault.pointer().orElse("")).title();
        int at = columns.indexOf(ItemColumns.SKU);
        String sku = at < row.fields().size() ? row.fields().get(at) : "";
        return new RowError(row.line(), column, sku, fault.detail());
    }

    private Done one(Tx tx, List<ItemColumns> columns, Row row, String actor) {
        if (row.fields().size() != columns.size()) {
            throw new Fault(
                    Fault.Code.INVALID,
                    "There are %d fields, not %d.".formatted(row.fields().size(), columns.size()));
        }
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).write(patch, row.fields().get(i));
        }
        JsonNode nothing = JsonNodeFactory.instance.objectNode();
        ItemForm fresh = JsonBody.merge(nothing, patch, ItemForm.class);
        Sku sku = fresh.sku();
        Optional<Item> known = sku == null ? Optional.empty() : items.findBySku(tx, sku);
        if (known.isEmpty()) {
            keep.create(tx, ItemPolicy.facts(fresh), actor);
            return Done.CREATED;
        }
        ItemStore.Entry before = items.lock(tx, known.get().itemId()).orElseThrow();
        ItemForm form = KeepItems.merged(before, patch);
        ItemStore.Entry after = keep.change(tx, before, ItemPolicy.facts(form), actor);
        return after.version() == before.version() ? Done.UNCHANGED : Done.CHANGED;
    }

    /**
     * One page of the table.
     *
     * @param csv the first line names the columns
     * @param next the id after which the next page begins, empty on the last
     */
    record Table(String csv, Optional<UUID> next) {}

    Table write(OrgId org, Optional<UUID> after, int limit) {
        ItemStore.Filter filter = new ItemStore.Filter(Optional.empty(), false, after);
        List<ItemStore.Entry> found =
                transactions.inOrg(org, tx -> items.entries(tx, filter, limit + 1));
        List<ItemStore.Entry> page = found.subList(0, Math.min(limit, found.size()));
        StringBuilder csv = new StringBuilder(line(ItemColumns::title));
        for (ItemStore.Entry entry : page) {
            JsonNode item = Json.mapper().valueToTree(ItemView.of(entry));
            csv.append(line(column -> column.read(item)));
        }
        return new Table(
                csv.toString(),
                found.size() > limit
                        ? Optional.of(page.getLast().itemId().value())
                        : Optional.empty());
    }

    private static String line(java.util.function.Function<ItemColumns, String> field) {
        return Arrays.stream(ItemColumns.values())
                .map(field)
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
