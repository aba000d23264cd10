package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.node.ArrayNode;

import io.fulfillx.backend.platform.http.Route;

import java.util.Collection;
import java.util.Map;

/** The groups in which the API description shows routes: the first word of their path. */
final class ApiTags {
    private static final Map<String, String> ABOUT =
            Map.ofEntries(
                    Map.entry("auth", "Signing in as a person or a station."),
                    Map.entry("bulk-jobs", "One thing done to many orders."),
                    Map.entry(
                            "carrier-accounts",
                            "What is agreed with carriers: whose numbers stations may make."),
                    Map.entry("cartons", "Empty box types to pack into."),
                    Map.entry("catalog", "The catalog as a whole: import and export."),
                    Map.entry("channels", "Connected shops, their deliveries and imports."),
                    Map.entry("discrepancies", "What stations did that the server had to refuse."),
                    Map.entry("duplicate-rule", "By what orders look like the same one."),
                    Map.entry(
                            "fulfillment-orders",
                            "Parts of orders: split, merge, move, schedule, give up."),
                    Map.entry("inbox", "Notes that speak to the reader."),
                    Map.entry("insight", "Reports: backlog, holds, lateness, exceptions, lags."),
                    Map.entry("items", "What is sold and stocked: barcodes, sizes, handling."),
                    Map.entry("label-rule", "What labels and plates are made by."),
                    Map.entry("manifests", "What carriers were told of stations' numbers."),
                    Map.entry("operators", "People at the stations."),
                    Map.entry("order-exports", "Orders as a file."),
                    Map.entry("order-imports", "Files of orders on their way in."),
                    Map.entry("order-policy", "What is usually done about lacking stock."),
                    Map.entry("order-tasks", "Work by hand after a cancel or a conflict."),
                    Map.entry("orders", "Orders from shops: holds, notes, history, cancelling."),
                    Map.entry("outbox", "Work that failed for good and can be tried again."),
                    Map.entry("print-batches", "A wave's labels on the warehouse's printers."),
                    Map.entry("printer-profiles", "Kinds of printers that are known."),
                    Map.entry("printers", "Printers of the warehouse."),
                    Map.entry("reservations", "Reserving all lines of an order, or none."),
                    Map.entry("rules", "What is decided about an order by itself."),
                    Map.entry("saved-filters", "Searches that people keep."),
                    Map.entry("shipments", "Parcels, their labels and tracking numbers."),
                    Map.entry("stations", "Benches at which people pick and pack."),
                    Map.entry("stock", "Levels, the ledger of movements, what can be promised."),
                    Map.entry("stock-holds", "Holds on items and lots."),
                    Map.entry("sync", "How stations get their work and tell what was done."),
                    Map.entry("warehouses", "Where locations are."),
                    Map.entry("waves", "Orders released to the floor together."),
                    Map.entry("webhooks", "Signed calls of shops."));

    private ApiTags() {}

    static String of(Route route) {
        String[] segments = route.path().split("/");
        return segments.length > 3 && segments[1].equals("api") ? segments[3] : segments[1];
    }

    /** Says what each of the tags holds. */
    static void describe(ArrayNode tags, Collection<String> used) {
        for (String tag : used) {
            tags.addObject()
                    .put("name", tag)
                    .put("description", ABOUT.getOrDefault(tag, "Routes of " + tag + "."));
        }
    }
}
