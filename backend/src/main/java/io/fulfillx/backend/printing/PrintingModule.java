package io.fulfillx.backend.printing;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.station.LabelOnPaper;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Printing's parts, wired: printers of the warehouse, and a wave's labels on them. */
public final class PrintingModule implements AutoCloseable {
    private final PrintingStores stores = PrintingStores.ours();
    private final SettlePrint settlePrint;
    private final PrinterRoutes printerRoutes;
    private final PrintBatchRoutes batchRoutes;
    private final LabelPreviewRoutes previewRoutes;
    private final PrintBatchWorker worker;

    /**
     * What is shared with others.
     *
     * @param instance names this process, also after it was killed and started again
     */
    public record Surroundings(
            Transactions transactions,
            Feed feed,
            ObjectStore documents,
            String instance,
            Clock clock,
            Supplier<UUID> ids) {}

    /** The features it builds on. */
    public record Neighbors(
            OrdersModule orders, FulfillmentModule fulfillment, ShippingModule shipping) {}

    public PrintingModule(Surroundings around, Neighbors near, PrintingConfig config) {
        Transactions transactions = around.transactions();
        PrinterAddressPolicy addresses = new PrinterAddressPolicy(config);
        TellStation tellStation = new TellStation(near.fulfillment(), around.feed());
        this.settlePrint = new SettlePrint(stores, near.shipping(), tellStation, around.clock());
        this.printerRoutes =
                new PrinterRoutes(
                        transactions,
                        stores.printers(),
                        new SetUpPrinter(transactions, stores.printers(), addresses, around.ids()));
        this.batchRoutes =
                new PrintBatchRoutes(
                        transactions,
                        stores,
                        new StartPrintBatch(
                                transactions,
                                stores,
                                near.fulfillment(),
                                near.shipping(),
                                tellStation,
                                around.clock(),
                                around.ids()),
                        new SteerPrintBatch(transactions, stores, tellStation, around.clock()),
                        new ReprintLabel(
                                transactions,
                                stores,
                                settlePrint,
                                tellStation,
                                near.fulfillment(),
                                near.orders(),
                                around.clock()));
        LabelSource source = new LabelSource(near.shipping(), around.documents());
        this.previewRoutes =
                new LabelPreviewRoutes(
                        new DrawLabel(transactions, near.fulfillment(), near.shipping(), source));
        this.worker = worker(around, near, addresses, source);
    }

    private PrintBatchWorker worker(
            Surroundings around,
            Neighbors near,
            PrinterAddressPolicy addresses,
            LabelSource source) {
        return new PrintBatchWorker(
                around.transactions(),
                stores,
                new OpenLine(
                        around.transactions(),
                        stores,
                        settlePrint,
                        addresses,
                        around.instance(),
                        around.clock()),
                new FeedPrinter(
                        around.transactions(),
                        stores,
                        near.shipping(),
                        settlePrint,
                        source,
                        around.clock(),
                        around.ids()),
                around.instance(),
                around.clock());
    }

    public List<Route> routes() {
        return Stream.of(printerRoutes.routes(), batchRoutes.routes(), previewRoutes.routes())
                .flatMap(List::stream)
                .toList();
    }

    public List<Worker> workers() {
        return List.of(worker);
    }

    /** A sheet, and the number on it. */
    public record Sheet(TrackingNumber trackingNumber, LabelOnPaper paper) {}

    /** The newest sheet of each parcel's label that a printer put out, or may have. */
    public Map<ParcelId, Sheet> onPaper(Tx tx, Collection<ParcelId> parcels) {
        Map<UUID, String> printers = new HashMap<>();
        Map<ParcelId, Sheet> sheets = new HashMap<>();
        for (PrintLabel label : stores.labels().newest(tx, parcels)) {
            String printer =
                    printers.computeIfAbsent(
                            label.printerId(),
                            id ->
                                    stores.printers()
                                            .find(tx, id)
                                            .map(SavedPrinter::name)
                                            .orElseThrow());
            boolean printed =
                    label.state() == PrintLabelState.PRINTED
                            || label.state() == PrintLabelState.REPRINTED;
            sheets.put(
                    label.parcelId(),
                    new Sheet(
                            label.trackingNumber(),
                            new LabelOnPaper(printer, label.copy(), printed)));
        }
        return sheets;
    }

    /** A station has booked a sheet; it may be one of which the server knew nothing certain. */
    public void seenAtStation(Tx tx, List<LabelPrinted> prints) {
        settlePrint.seenAtStation(tx, prints);
    }

    /** Lets the printers go; what is just leaving comes out. */
    @Override
    public void close() {
        worker.close();
    }
}
