package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.Carrier;
import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.backend.platform.event.OutboxWorkers;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.LabelSheets;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.backend.shipping.api.ServerPrint;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Shipping's parts, wired: rates, labels, and their documents. */
public final class ShippingModule {
    /** A label is mostly waiting for the carrier, so several are bought side by side. */
    private static final int BUYERS = 4;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final LabelStore labels = new LabelStore();
    private final OrdersModule orders;
    private final CarrierDesk desk;
    private final ShippingRoutes routes;
    private final BuyLabel buyLabel;
    private final List<Worker> workers;

    /** Time, identity and what is shared with others. */
    public record Surroundings(
            Transactions transactions,
            OutboxWorkers outboxWorkers,
            ObjectStore documents,
            Clock clock,
            Supplier<UUID> ids) {}

    /**
     * @param isPoBox tells whether couriers refuse an address
     */
    public ShippingModule(
            Surroundings around,
            FulfillmentModule fulfillment,
            OrdersModule orders,
            List<Carrier> carriers,
            Predicate<Address> isPoBox,
            ShippingConfig config) {
        Transactions transactions = around.transactions();
        this.orders = orders;
        this.desk = new CarrierDesk(carriers, config);
        LabelSaga saga =
                new LabelSaga(
                        transactions,
                        labels,
                        fulfillment,
                        orders,
                        desk,
                        around.documents(),
                        around.clock());
        QuoteParcel quote =
                new QuoteParcel(desk, labels, ServiceMapping.ordinary(), isPoBox, around.ids());
        this.buyLabel = new BuyLabel(transactions, saga, quote, desk, around.clock(), around.ids());
        VoidLabels voidLabels =
                new VoidLabels(transactions, labels, fulfillment, orders, desk, around.clock());
        ReplaceLabels replaceLabels =
                new ReplaceLabels(
                        transactions, labels, fulfillment, orders, voidLabels, around.clock());
        Stream<Worker> buyers = Stream.generate(() -> worker(around, buyLabel)).limit(BUYERS);
        this.workers =
                Stream.concat(
                                buyers,
                                Stream.of(
                                        worker(around, voidLabels),
                                        worker(around, replaceLabels),
                                        new ResumeLabels(transactions, fulfillment)))
                        .toList();
        this.routes =
                new ShippingRoutes(
                        transactions,
                        fulfillment,
                        orders,
                        labels,
                        new LabelDocuments(transactions, fulfillment, labels, around.documents()));
    }

    private static Worker worker(Surroundings around, OutboxHandler handler) {
        return around.outboxWorkers().worker(handler, LONGEST_PAUSE);
    }

    public List<Route> routes() {
        return routes.routes();
    }

    public List<Worker> workers() {
        return workers;
    }

    /** The handler of {@code parcel.planned}, for those who deliver it themselves. */
    OutboxHandler buyLabel() {
        return buyLabel;
    }

    /** The label that was bought for the parcel, also after it was taken back. */
    public Optional<ParcelLabel> label(Tx tx, ParcelId parcel) {
        return labels.newest(tx, parcel).flatMap(this::bought);
    }

    /** The last label that was bought, also while another one is bought in its place. */
    public Optional<ParcelLabel> lastLabel(Tx tx, ParcelId parcel) {
        return labels.newestBought(tx, parcel).flatMap(this::bought);
    }

    private Optional<ParcelLabel> bought(Label label) {
        Label.Purchase purchase = label.purchase();
        if (purchase == null) {
            return Optional.empty();
        }
        Carrier carrier = desk.get(label.carrier()).carrier();
        return Optional.of(
                new ParcelLabel(
                        label.parcelId(),
                        purchase.trackingNumber(),
                        label.service(),
                        carrier.displayName(),
                        carrier.trackingPage().apply(purchase.trackingNumber()),
                        purchase.zplKey(),
                        purchase.pdfKey(),
                        label.state() == LabelState.PURCHASED));
    }

    /** Whether the order's address was changed after the parcel's label was bought for it. */
    public boolean isForOldAddress(Tx tx, Parcel parcel) {
        return labels.newest(tx, parcel.parcelId())
                .flatMap(
                        label ->
                                orders.addressChangedAt(tx, parcel.orderId())
                                        .map(at -> labels.createdAt(tx, label).isBefore(at)))
                .orElse(false);
    }

    /**
     * Books that a printer put out the parcel's label.
     *
     * @param id the station's command; booked once
     */
    public FactOutcome printed(
            Tx tx,
            CommandId id,
            StationId station,
            OperatorId operator,
            LabelPrinted print,
            Instant at) {
        Optional<ParcelLabel> label = label(tx, print.parcelId());
        if (label.isEmpty() || !label.get().trackingNumber().equals(print.trackingNumber())) {
            return new Contradicts(
                    "wrong-label",
                    "A label with number "
                            + print.trackingNumber()
                            + " was printed, which is not this parcel's.");
        }
        labels.printed(tx, id, station, operator, print, at);
        return FactOutcome.APPLIED;
    }

    /** Books a sheet of the server's own printers. */
    public void printedHere(Tx tx, ServerPrint print) {
        labels.printedHere(tx, print);
    }

    /** How often the label is known to be on paper. */
    public LabelSheets sheets(Tx tx, ParcelLabel label) {
        return labels.sheets(tx, label.parcelId(), label.trackingNumber());
    }
}
