package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.JobPolicy;
import io.fulfillx.backend.sync.api.JobSource;
import io.fulfillx.backend.sync.api.Paper;
import io.fulfillx.launcher.simulate.Books.Task;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.model.station.StationTask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a station is told of its parcels, out of the books in memory. */
final class MemoryJobs implements JobSource {
    private static final CartonChoice CARTON =
            new CartonChoice("S", "Small", new Dimensions(200, 150, 100), new Weight(80));
    private static final Set<ParcelStatus> LIVE =
            Set.of(
                    ParcelStatus.PLANNED,
                    ParcelStatus.LABELLED,
                    ParcelStatus.PICKED,
                    ParcelStatus.SET_ASIDE);

    private final House house;
    private final Books books;

    MemoryJobs(House house) {
        this.house = house;
        this.books = house.books();
    }

    @Override
    public List<Draft> drafts(Tx tx, StationId station, Collection<Parcel> parcels) {
        List<Draft> drafts = new ArrayList<>();
        for (Parcel parcel : parcels) {
            OrderForShipping order = books.orders.get(parcel.orderId());
            Paper paper = house.lane().paper(parcel);
            Address shipTo = order.shipTo();
            if (paper.isKnown() && shipTo != null) {
                PackJob job = job(parcel, order, shipTo, paper);
                Optional<Claim> claim = house.claims().newest(parcel.parcelId(), station);
                drafts.add(
                        new Draft(
                                claim.map(it -> claimed(job, parcel, it, paper)).orElse(job),
                                "zpl"));
            }
        }
        return drafts;
    }

    private PackJob claimed(PackJob job, Parcel parcel, Claim claim, Paper paper) {
        return parcel.stationId().equals(claim.stationId())
                ? JobPolicy.held(
                        job,
                        parcel,
                        claim,
                        paper.plate(),
                        books.totes.find(parcel.parcelId()).orElse(null))
                : JobPolicy.lost(job, claim, parcel.stationId().toString());
    }

    private PackJob job(Parcel parcel, OrderForShipping order, Address shipTo, Paper paper) {
        return new PackJob(
                parcel.parcelId(),
                parcel.orderId(),
                parcel.waveId(),
                order.name(),
                order.number(),
                parcel.number(),
                parcel.parcelCount(),
                shipTo,
                "ground",
                parcel.lines().stream()
                        .filter(line -> !line.toShip().isZero())
                        .map(MemoryJobs::line)
                        .toList(),
                CARTON,
                parcel.expectedWeight(),
                paper.document(),
                JobPolicy.state(parcel, order, paper.mayLackLabel()),
                parcel.holds(order.activeHolds()).stream().map(JobPolicy::notice).toList(),
                order.tags(),
                order.note(),
                house.version(),
                null,
                null,
                paper.terms(),
                null);
    }

    private static PackLine line(ParcelLine line) {
        return new PackLine(
                line.partId(),
                new Sku("SKU"),
                "Item",
                List.of("B-SKU"),
                line.toShip(),
                new Weight(100),
                line.location());
    }

    @Override
    public List<PackJob> complete(List<Draft> drafts) {
        return drafts.stream().map(Draft::job).toList();
    }

    @Override
    public List<Parcel> parcels(Tx tx, Set<ParcelId> parcels, Set<OrderId> orders) {
        return books.parcels.rows().stream()
                .filter(
                        parcel ->
                                parcels.contains(parcel.parcelId())
                                        || orders.contains(parcel.orderId()))
                .toList();
    }

    @Override
    public List<Parcel> liveAtStation(Tx tx, StationId station, UUID after, int limit) {
        return books.parcels.rows().stream()
                .filter(parcel -> parcel.stationId().equals(station))
                .filter(parcel -> LIVE.contains(parcel.status()))
                .filter(parcel -> text(parcel).compareTo(after.toString()) > 0)
                .sorted(Comparator.comparing(MemoryJobs::text))
                .limit(limit)
                .toList();
    }

    /** The database orders ids by their bytes, as their text is ordered. */
    private static String text(Parcel parcel) {
        return parcel.parcelId().toString();
    }

    @Override
    public Set<ParcelId> everHeld(Tx tx, StationId station, Collection<ParcelId> parcels) {
        return parcels.stream()
                .filter(parcel -> house.claims().newest(parcel, station).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public List<OperatorCard> roster(Tx tx) {
        return List.copyOf(books.operators.rows());
    }

    @Override
    public List<CartonChoice> cartons(Tx tx) {
        return List.of(CARTON);
    }

    @Override
    public List<StationTask> tasks(Tx tx, StationId station) {
        return books.tasks.rows().stream()
                .filter(task -> !task.done() && station.equals(task.wanted().station()))
                .map(this::task)
                .toList();
    }

    private StationTask task(Task task) {
        OrderForShipping order = books.orders.get(task.wanted().orderId());
        return new StationTask(
                task.id(),
                task.wanted().parcelId(),
                task.wanted().kind().name(),
                order.name(),
                order.number(),
                task.wanted().cause(),
                task.wanted().instruction(),
                task.at());
    }

    @Override
    public void told(
            Tx tx,
            StationId station,
            List<ParcelId> brought,
            List<ParcelId> withdrawn,
            String place) {
        house.told(station, withdrawn, place);
        house.claims().told(station, brought, place);
    }

    @Override
    public void heard(Tx tx, StationId station, String place) {
        house.heard(station, place);
        house.claims().heard(station, place);
    }
}
