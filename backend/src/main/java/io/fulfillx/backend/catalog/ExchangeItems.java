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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
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
    private static final int PAGE = 500;
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
    ImportReport read(OrgId org, InputStream csv, String actor) {
        Tally tally = new Tally();
        each(csv, (columns, chunk) -> book(org, columns, chunk, actor, tally), tally);
        return tally.report(false);
    }

    /**
     * Says what would be done, and does nothing: each chunk in a transaction that is undone, so a
     * SKU that is new in two of them counts as created twice.
     *
     * @throws Fault INVALID when the first line does not name known columns with the SKU
     */
    ImportReport tryOut(OrgId org, InputStream csv, String actor) {
        Tally tally = new Tally();
        each(csv, (columns, chunk) -> undone(org, columns, chunk, actor, tally), tally);
        return tally.report(true);
    }

    private void undone(
            OrgId org, List<ItemColumns> columns, List<Row> chunk, String actor, Tally tally) {
        try {
            transactions.inOrg(
                    org,
                    tx -> {
                        chunk.forEach(row -> attempt(tx, columns, row, actor, tally));
                        throw new Undo();
                    });
        } catch (Undo done) {
            // As it was meant to end.
        }
    }

    private void attempt(Tx tx, List<ItemColumns> columns, Row row, String actor, Tally tally) {
        try {
            tally.add(List.of(one(tx, columns, row, actor)));
        } catch (Fault fault) {
            tally.fail(error(columns, row, fault));
        }
    }

    /** Reads chunk by chunk; no more than one is held at a time. */
    private static void each(
            InputStream csv, BiConsumer<List<ItemColumns>, List<Row>> work, Tally tally) {
        try {
            CsvRows rows =
                    new CsvRows(
                            new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8)));
            List<ItemColumns> columns = columns(rows.next());
            List<Row> chunk = new ArrayList<>();
            int line = rows.line();
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                chunk.add(new Row(line, row));
                tally.rows++;
                if (chunk.size() == CHUNK) {
                    work.accept(columns, chunk);
                    chunk.clear();
                }
                line = rows.line();
            }
            work.accept(columns, chunk);
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

    /** Writes the table page by page, each in a transaction of its own, newest items first. */
    void write(OrgId org, Optional<UUID> after, int limit, OutputStream out) throws IOException {
        out.write(line(ItemColumns::title).getBytes(StandardCharsets.UTF_8));
        Optional<UUID> behind = after;
        int left = limit;
        boolean more = true;
        while (more && left > 0) {
            int wanted = Math.min(PAGE, left);
            ItemStore.Filter filter = new ItemStore.Filter(Optional.empty(), false, behind);
            List<ItemStore.Entry> page =
                    transactions.inOrg(org, tx -> items.entries(tx, filter, wanted));
            for (ItemStore.Entry entry : page) {
                JsonNode item = Json.mapper().valueToTree(ItemView.of(entry));
                out.write(line(column -> column.read(item)).getBytes(StandardCharsets.UTF_8));
                behind = Optional.of(entry.itemId().value());
            }
            left -= page.size();
            more = page.size() == wanted;
        }
    }

    private static String line(java.util.function.Function<ItemColumns, String> field) {
        return Arrays.stream(ItemColumns.values())
                .map(field)
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
