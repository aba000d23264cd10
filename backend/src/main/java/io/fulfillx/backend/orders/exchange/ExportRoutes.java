package io.fulfillx.backend.orders.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.orders.exchange.ImportLayout.Format;
import io.fulfillx.backend.orders.search.FilteredOrdersStore;
import io.fulfillx.backend.orders.search.OrderFilter;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Orders as a file of any length, oldest first. */
public final class ExportRoutes {
    private static final int PAGE = 500;

    private final Transactions transactions;
    private final ExportStore store = new ExportStore();
    private final FilteredOrdersStore filtered = new FilteredOrdersStore();

    public ExportRoutes(Transactions transactions) {
        this.transactions = transactions;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/order-exports",
                                Roles.LEADS,
                                "Download orders as CSV or JSON lines, oldest first",
                                byte[].class,
                                this::export)
                        .gives("text/csv")
                        .query(
                                Query.oneOf("format", "What it is written in.", "CSV", "JSONL")
                                        .whenAbsent("CSV"),
                                Query.id("after", "Go on behind the order of this id."),
                                Query.text("search", "As in the list of orders."),
                                Query.oneOf(
                                        "status", "Only orders in this state.", OrderStatus.class),
                                Query.flag("held", "Only orders that are held, or are not."),
                                Query.text("channel", "Only orders of this channel or kind."))
                        .problems());
    }

    /** Puts what was read of an order into the file. */
    @FunctionalInterface
    private interface Writer {
        void write(OrderDocument order) throws IOException;
    }

    private Reply export(Call call) {
        Format format = Format.valueOf(call.query("format").orElse("CSV"));
        OrderFilter filter =
                new OrderFilter(
                                call.query("search").orElse(null),
                                call.query("status").orElse(null),
                                call.query("held").map("true"::equals).orElse(null),
                                call.query("channel").orElse(null))
                        .checked();
        Optional<OrderId> after = call.queryId("after").map(OrderId::new);
        OrgId org = call.org();
        return switch (format) {
            case CSV -> Reply.stream("text/csv", out -> csv(org, filter, after, out));
            case JSONL ->
                    Reply.stream("application/x-ndjson", out -> json(org, filter, after, out));
        };
    }

    private void csv(OrgId org, OrderFilter filter, Optional<OrderId> after, OutputStream out)
            throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(DocumentRows.header());
            each(org, filter, after, order -> DocumentRows.of(order).forEach(csv::writeRecord));
        }
    }

    private void json(OrgId org, OrderFilter filter, Optional<OrderId> after, OutputStream out)
            throws IOException {
        each(
                org,
                filter,
                after,
                order -> {
                    out.write(Json.bytes(order));
                    out.write('\n');
                });
    }

    /** Page by page, each in a transaction of its own, so that nothing is held for long. */
    private void each(OrgId org, OrderFilter filter, Optional<OrderId> after, Writer writer)
            throws IOException {
        Optional<OrderId> from = after;
        boolean more = true;
        while (more) {
            Optional<OrderId> behind = from;
            List<OrderId> ids =
                    transactions.inOrg(org, tx -> filtered.after(tx, filter, behind, PAGE));
            if (!ids.isEmpty()) {
                List<OrderDocument> page = transactions.inOrg(org, tx -> store.documents(tx, ids));
                for (OrderDocument order : page) {
                    writer.write(order);
                }
                from = Optional.of(ids.getLast());
            }
            more = ids.size() == PAGE;
        }
    }
}
