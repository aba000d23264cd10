package io.fulfillx.backend.sync;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Carton;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.Lane;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.printing.PrintingModule;
import io.fulfillx.backend.printing.PrintingModule.Sheet;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.backend.sync.api.JobPolicy;
import io.fulfillx.backend.sync.api.JobSource;
import io.fulfillx.backend.sync.api.Paper;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.label.FitTolerance;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.model.station.StationTask;
import io.fulfillx.printing.sheet.ShippingSheet;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts together what a station needs to know of its parcels. */
final class JobBoard implements JobSource {
    private static final Logger LOG = LoggerFactory.getLogger(JobBoard.class);

    private final IdentityModule identity;
    private final CatalogModule catalog;
    private final OrdersModule orders;
    private final FulfillmentModule fulfillment;
    private final ShippingModule shipping;
    private final PrintingModule printing;
    private final ObjectStore documents;

    JobBoard(
            IdentityModule identity,
            CatalogModule catalog,
            OrdersModule orders,
            FulfillmentModule fulfillment,
            ShippingModule shipping,
            PrintingModule printing,
            ObjectStore documents) {
        this.identity = identity;
        this.catalog = catalog;
        this.orders = orders;
        this.fulfillment = fulfillment;
        this.shipping = shipping;
        this.printing = printing;
        this.documents = documents;
    }

    @Override
    public List<Parcel> parcels(Tx tx, Set<ParcelId> parcels, Set<OrderId> all) {
        return fulfillment.parcels(tx, parcels, all);
    }

    @Override
    public List<Parcel> liveAtStation(Tx tx, StationId station, UUID after, int limit) {
        return fulfillment.liveAtStation(tx, station, after, limit);
    }

    @Override
    public Set<ParcelId> everHeld(Tx tx, StationId station, Collection<ParcelId> parcels) {
        return fulfillment.newestClaims(tx, station, parcels).keySet();
    }

    @Override
    public List<OperatorCard> roster(Tx tx) {
        return identity.roster(tx);
    }

    @Override
    public List<StationTask> tasks(Tx tx, StationId station) {
        return orders.tasks().openAt(tx, station);
    }

    @Override
    public void told(
            Tx tx,
            StationId station,
            List<ParcelId> brought,
            List<ParcelId> withdrawn,
            String place) {
        orders.told(tx, station, withdrawn, place);
        fulfillment.told(tx, station, brought, place);
    }

    @Override
    public void heard(Tx tx, StationId station, String place) {
        orders.heard(tx, station, place);
        fulfillment.heard(tx, station, place);
    }

    @Override
    public List<CartonChoice> cartons(Tx tx) {
        return catalog.cartons(tx).stream()
                .map(
                        carton ->
                                new CartonChoice(
                                        carton.code(), carton.name(), carton.size(), carton.tare()))
                .toList();
    }

    @Override
    public List<Draft> drafts(Tx tx, StationId station, Collection<Parcel> parcels) {
        if (parcels.isEmpty()) {
            return List.of();
        }
        long version = JobVersionStore.now(tx);
        List<Carton> cartons = catalog.cartons(tx);
        Map<OrderId, OrderForShipping> known =
                orders.load(tx, parcels.stream().map(Parcel::orderId).collect(Collectors.toSet()));
        List<ParcelId> ids = parcels.stream().map(Parcel::parcelId).toList();
        Map<ParcelId, Sheet> sheets = printing.onPaper(tx, ids);
        Map<ParcelId, String> totes = fulfillment.totesOf(tx, ids);
        Map<ParcelId, Claim> claims = fulfillment.newestClaims(tx, station, ids);
        Map<ParcelId, Lane> lanes = fulfillment.lane().of(tx, ids);
        Map<ParcelId, ParcelLabel> labels = shipping.lastLabels(tx, ids);
        FitTolerance tolerance = shipping.rule(tx).tolerance();
        ItemCodes codes = ItemCodes.of(tx, catalog, parcels);
        boolean leases = shipping.leasesNumbers(tx);
        List<Draft> drafts = new ArrayList<>();
        for (Parcel parcel : parcels) {
            Paper paper =
                    new Paper(
                            parcel,
                            labels.get(parcel.parcelId()),
                            lanes.get(parcel.parcelId()),
                            tolerance);
            OrderForShipping order = Optional.ofNullable(known.get(parcel.orderId())).orElseThrow();
            Address shipTo = order.shipTo();
            if (paper.isKnown() && shipTo != null) {
                Sheet sheet = sheets.get(parcel.parcelId());
                PackJob job = job(parcel, order, shipTo, paper, sheet, cartons, codes, version);
                if (leases && paper.mayBeNumbered()) {
                    job = job.leasing(shipping.leasedService(tx, order).orElse(null));
                }
                Claim claim = claims.get(parcel.parcelId());
                String tote = totes.get(parcel.parcelId());
                drafts.add(
                        new Draft(
                                claim == null ? job : claimed(tx, job, parcel, claim, paper, tote),
                                paper.documentKey()));
            }
        }
        return drafts;
    }

    private PackJob claimed(
            Tx tx, PackJob job, Parcel parcel, Claim claim, Paper paper, @Nullable String tote) {
        if (!parcel.stationId().equals(claim.stationId())) {
            String taker = identity.stationName(tx, parcel.stationId());
            return JobPolicy.lost(job, claim, taker);
        }
        return JobPolicy.held(job, parcel, claim, paper.plate(), tote);
    }

    private static PackJob job(
            Parcel parcel,
            OrderForShipping order,
            Address shipTo,
            Paper paper,
            @Nullable Sheet sheet,
            List<Carton> cartons,
            ItemCodes codes,
            long version) {
        return new PackJob(
                parcel.parcelId(),
                parcel.orderId(),
                parcel.waveId(),
                order.name(),
                order.number(),
                parcel.number(),
                parcel.parcelCount(),
                shipTo,
                paper.service(),
                lines(parcel, order, codes),
                carton(parcel, cartons),
                parcel.expectedWeight(),
                paper.document(),
                JobPolicy.state(parcel, order, paper.mayLackLabel()),
                parcel.holds(order.activeHolds()).stream().map(JobPolicy::notice).toList(),
                order.tags(),
                order.note(),
                version,
                sheet != null && paper.number().filter(sheet.trackingNumber()::equals).isPresent()
                        ? sheet.paper()
                        : null,
                null,
                paper.terms(),
                null);
    }

    private static List<PackLine> lines(Parcel parcel, OrderForShipping order, ItemCodes codes) {
        List<PackLine> lines = new ArrayList<>();
        for (ParcelLine part : parcel.lines()) {
            order.lines().stream()
                    .filter(line -> line.lineId().equals(part.lineId()))
                    .filter(_ -> !part.toShip().isZero())
                    .findFirst()
                    .ifPresent(line -> lines.add(line(part, line, codes)));
        }
        return lines;
    }

    private static PackLine line(ParcelLine part, OrderForShipping.Line line, ItemCodes codes) {
        if (part.itemId().equals(line.itemId()) && line.sku() != null) {
            return line(part, line.sku(), line.title(), line.unitWeight(), null, codes);
        }
        Item item = codes.item(part.itemId());
        return line(part, item.sku(), item.title(), item.weight(), line.title(), codes);
    }

    private static PackLine line(
            ParcelLine part,
            Sku sku,
            String title,
            Weight weight,
            @Nullable String kit,
            ItemCodes codes) {
        String lot = part.stock().lot();
        return new PackLine(
                part.partId(),
                sku,
                title,
                codes.barcodes(part.itemId()),
                part.toShip(),
                weight,
                part.location(),
                lot.isEmpty() ? null : lot,
                kit,
                codes.packs(part.itemId()));
    }

    private static CartonChoice carton(Parcel parcel, List<Carton> cartons) {
        return cartons.stream()
                .filter(carton -> carton.code().equals(parcel.carton()))
                .findFirst()
                .map(
                        carton ->
                                new CartonChoice(
                                        carton.code(), carton.name(), carton.size(), carton.tare()))
                .orElseGet(
                        () ->
                                new CartonChoice(
                                        parcel.carton(),
                                        "Own container",
                                        parcel.size(),
                                        Weight.ZERO));
    }

    /** With the sheet that its station drew, or would have drawn; what has left needs none. */
    private static Optional<PackJob> drawn(PackJob job, TrackingNumber number) {
        LeasedService leased = job.leased();
        if (leased != null && leased.service().equals(job.service())) {
            return Optional.of(job.with(ShippingSheet.of(job, leased, number)));
        }
        return Optional.of(job).filter(it -> it.state() == JobState.SHIPPED);
    }

    @Override
    public List<PackJob> complete(List<Draft> drafts) {
        List<PackJob> jobs = new ArrayList<>();
        for (Draft draft : drafts) {
            LabelDocument label = draft.job().label();
            String key = draft.documentKey();
            if (draft.job().state() == JobState.WITHDRAWN || label == null) {
                jobs.add(draft.job());
                continue;
            } else if (key == null) {
                drawn(draft.job(), label.trackingNumber()).ifPresent(jobs::add);
                continue;
            }
            documents
                    .find(key)
                    .map(zpl -> new LabelDocument(label.trackingNumber(), LabelFormat.ZPL, zpl))
                    .ifPresentOrElse(
                            document -> jobs.add(draft.job().with(document)),
                            () -> LOG.error("document {} is gone", key));
        }
        return jobs;
    }
}
