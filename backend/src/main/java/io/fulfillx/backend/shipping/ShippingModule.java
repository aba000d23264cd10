package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.Carrier;
import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Packing;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.backend.platform.event.OutboxWorkers;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.LabelRule;
import io.fulfillx.backend.shipping.api.LabelSheets;
import io.fulfillx.backend.shipping.api.LeasedNumbers;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.backend.shipping.api.PrintedSheet;
import io.fulfillx.backend.shipping.api.ServerPrint;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
    private final LabelRuleStore rules = new LabelRuleStore();
    private final LabelRuleRoutes ruleRoutes;
    private final LabelPlated plated;
    private final LeasedNumbersStore leasedNumbers = new LeasedNumbersStore();
    private final CarrierAccountRoutes accountRoutes;
    private final LeaseService lease;
    private final NumberParcel numberParcel;
    private final Manifests manifests;
    private final ManifestRoutes manifestRoutes;

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
        ServiceMapping mapping = ServiceMapping.ordinary();
        QuoteParcel quote = new QuoteParcel(desk, labels, mapping, isPoBox, around.ids());
        this.lease = new LeaseService(leasedNumbers, desk, orders, mapping, isPoBox);
        LetGo letGo = new LetGo(transactions, saga, labels, fulfillment, lease, around.clock());
        this.buyLabel =
                new BuyLabel(transactions, saga, letGo, quote, desk, around.clock(), around.ids());
        this.numberParcel =
                new NumberParcel(labels, fulfillment, orders, around.clock(), around.ids());
        ManifestStore manifestStore = new ManifestStore();
        this.manifests = new Manifests(manifestStore, labels, orders, around.clock(), around.ids());
        this.manifestRoutes = new ManifestRoutes(transactions, manifestStore);
        this.accountRoutes = new CarrierAccountRoutes(transactions, desk, leasedNumbers);
        this.plated = new LabelPlated(labels, fulfillment, orders);
        this.workers = workers(around, fulfillment, manifestStore);
        this.ruleRoutes = new LabelRuleRoutes(transactions, rules);
        this.routes =
                new ShippingRoutes(
                        transactions,
                        fulfillment,
                        orders,
                        labels,
                        new LabelDocuments(transactions, fulfillment, labels, around.documents()));
    }

    private List<Worker> workers(
            Surroundings around, FulfillmentModule fulfillment, ManifestStore manifestStore) {
        Transactions transactions = around.transactions();
        VoidLabels voidLabels =
                new VoidLabels(transactions, labels, fulfillment, orders, desk, around.clock());
        TakeBackLabel takeBack =
                new TakeBackLabel(transactions, labels, fulfillment, voidLabels, around.clock());
        ReplaceLabels replaceLabels =
                new ReplaceLabels(transactions, labels, fulfillment, orders, takeBack);
        Stream<Worker> buyers = Stream.generate(() -> worker(around, buyLabel)).limit(BUYERS);
        return Stream.concat(
                        buyers,
                        Stream.of(
                                worker(around, voidLabels),
                                worker(around, replaceLabels),
                                worker(around, new ReplaceMisfits(takeBack, plated)),
                                new VoidUnusedLabels(
                                        transactions,
                                        labels,
                                        fulfillment,
                                        takeBack,
                                        desk,
                                        around.clock()),
                                new ResumeLabels(transactions, fulfillment),
                                new ReportManifests(
                                        transactions,
                                        manifestStore,
                                        desk,
                                        fulfillment,
                                        orders,
                                        around.clock())))
                .toList();
    }

    private static Worker worker(Surroundings around, OutboxHandler handler) {
        return around.outboxWorkers().worker(handler, LONGEST_PAUSE);
    }

    public List<Route> routes() {
        return Stream.of(
                        routes.routes(),
                        ruleRoutes.routes(),
                        accountRoutes.routes(),
                        manifestRoutes.routes())
                .flatMap(List::stream)
                .toList();
    }

    /** What the organization's labels and plates are made by. */
    public LabelRule rule(Tx tx) {
        return rules.get(tx);
    }

    /** The agreement with a carrier whose numbers stations may make; empty without one. */
    public Optional<LeasedNumbers> leasedNumbers(Tx tx, String carrier) {
        return leasedNumbers.find(tx, carrier);
    }

    /** Whether stations may make any carrier's numbers. */
    public boolean leasesNumbers(Tx tx) {
        return !leasedNumbers.all(tx).isEmpty();
    }

    /** How the order's parcels may leave under numbers that their station makes. */
    public Optional<LeasedService> leasedService(Tx tx, OrderForShipping order) {
        return lease.of(tx, order);
    }

    /**
     * Books a number that a station made as the label of its parcel.
     *
     * @param parcel locked by the caller
     * @param carrier for whose labels it was lent
     */
    public FactOutcome numbered(Tx tx, Parcel parcel, String carrier, ParcelNumbered act) {
        return numberParcel.number(tx, parcel, carrier, act);
    }

    /** A parcel waits on the lane at that station; its label is stuck on when it is there. */
    public void plated(Tx tx, Parcel parcel, StationId station) {
        plated.look(tx, parcel, station);
    }

    /** Parcels left: nothing of them is to be labelled any more. */
    public void packed(Tx tx, List<Packing> left, String actor) {
        plated.left(tx, left);
        manifests.left(tx, left);
        orders.tasks()
                .close(
                        tx,
                        left.stream().map(Packing::parcelId).toList(),
                        TaskKind.LABEL_PARCEL,
                        actor);
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

    /** The labels that were bought for the parcels, also after they were taken back. */
    public Map<ParcelId, ParcelLabel> labels(Tx tx, Collection<ParcelId> parcels) {
        return labels.newest(tx, parcels).stream()
                .flatMap(label -> bought(label).stream())
                .collect(Collectors.toMap(ParcelLabel::parcelId, Function.identity()));
    }

    /** The last labels that were bought, also while others are bought in their place. */
    public Map<ParcelId, ParcelLabel> lastLabels(Tx tx, Collection<ParcelId> parcels) {
        return labels.newestBought(tx, parcels).stream()
                .flatMap(label -> bought(label).stream())
                .collect(Collectors.toMap(ParcelLabel::parcelId, Function.identity()));
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
                        label.state() == LabelState.PURCHASED,
                        label.boughtFor()));
    }

    /** Parcels whose order's address was changed after their label was bought for it. */
    public Set<ParcelId> forOldAddress(Tx tx, Collection<Parcel> parcels) {
        Map<OrderId, Integer> now =
                orders.addressRevisions(tx, parcels.stream().map(Parcel::orderId).toList());
        Map<ParcelId, Integer> bought =
                labels.addressRevisions(tx, parcels.stream().map(Parcel::parcelId).toList());
        return parcels.stream()
                .filter(
                        parcel ->
                                bought.getOrDefault(parcel.parcelId(), Integer.MAX_VALUE)
                                        < now.getOrDefault(parcel.orderId(), 0))
                .map(Parcel::parcelId)
                .collect(Collectors.toSet());
    }

    /**
     * Books that printers put out labels.
     *
     * @param sheets each of another parcel
     */
    public Map<ParcelId, FactOutcome> printed(Tx tx, List<PrintedSheet> sheets) {
        Map<ParcelId, ParcelLabel> own =
                labels(tx, sheets.stream().map(PrintedSheet::parcelId).toList());
        Map<ParcelId, FactOutcome> outcomes = new HashMap<>();
        List<PrintedSheet> right = new ArrayList<>();
        for (PrintedSheet sheet : sheets) {
            ParcelLabel label = own.get(sheet.parcelId());
            TrackingNumber number = sheet.print().trackingNumber();
            if (label == null || !label.trackingNumber().equals(number)) {
                outcomes.put(
                        sheet.parcelId(),
                        new Contradicts(
                                "wrong-label",
                                "A label with number "
                                        + number
                                        + " was printed, which is not this parcel's."));
            } else {
                outcomes.put(sheet.parcelId(), FactOutcome.APPLIED);
                right.add(sheet);
            }
        }
        if (!right.isEmpty()) {
            labels.printed(tx, right);
        }
        return outcomes;
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
