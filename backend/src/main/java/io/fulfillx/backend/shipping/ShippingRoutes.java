package io.fulfillx.backend.shipping;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.LanePlate;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shipments and label documents over HTTP. */
final class ShippingRoutes {
    private static final String ZPL = "application/vnd.zebra-zpl";
    private static final String PDF = "application/pdf";
    private static final Query PARTIAL =
            Query.flag("partial", "Leave labels out that are not there yet, instead of refusing.")
                    .whenAbsent("false");

    private final Transactions transactions;
    private final FulfillmentModule fulfillment;
    private final OrdersModule orders;
    private final LabelStore labels;
    private final LabelDocuments documents;

    ShippingRoutes(
            Transactions transactions,
            FulfillmentModule fulfillment,
            OrdersModule orders,
            LabelStore labels,
            LabelDocuments documents) {
        this.transactions = transactions;
        this.fulfillment = fulfillment;
        this.orders = orders;
        this.labels = labels;
        this.documents = documents;
    }

    /**
     * One parcel and its label.
     *
     * @param labelState null before a label was asked for
     * @param plate under which it waits for its label, or waited
     * @param trackingSentAt when the shop took the tracking number
     * @param problem what stands in the way, where something does
     */
    record ShipmentView(
            ParcelId parcelId,
            OrderId orderId,
            WaveId waveId,
            StationId stationId,
            int parcelNumber,
            int parcelCount,
            ParcelStatus state,
            @Nullable LabelState labelState,
            @Nullable String carrier,
            @Nullable String service,
            @Nullable TrackingNumber trackingNumber,
            @Nullable Sscc plate,
            @Nullable Money cost,
            Weight expectedWeight,
            @Nullable Weight actualWeight,
            String carton,
            int prints,
            @Nullable Instant packedAt,
            boolean trackingSent,
            @Nullable Instant trackingSentAt,
            @Nullable String problem) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/shipments",
                                Roles.FLOOR,
                                "List parcels with their labels, newest first",
                                ShipmentView[].class,
                                this::list)
                        .query(Query.id("orderId", "Only parcels of this order."))
                        .paged(),
                Route.get(
                        "/api/v1/shipments/{parcelId}",
                        Roles.FLOOR,
                        "One parcel with its label",
                        ShipmentView.class,
                        this::find),
                Route.get(
                                "/api/v1/waves/{waveId}/labels.zpl",
                                Roles.LEADS,
                                "All labels of a wave as one ZPL stream",
                                byte[].class,
                                call ->
                                        Reply.document(
                                                ZPL,
                                                documents.zpl(
                                                        call.org(), wave(call), partial(call))))
                        .query(PARTIAL)
                        .gives(ZPL),
                Route.get(
                                "/api/v1/waves/{waveId}/labels.pdf",
                                Roles.LEADS,
                                "All labels of a wave as one PDF",
                                byte[].class,
                                call ->
                                        Reply.document(
                                                PDF,
                                                documents.pdf(
                                                        call.org(), wave(call), partial(call))))
                        .query(PARTIAL)
                        .gives(PDF));
    }

    private static WaveId wave(Call call) {
        return new WaveId(call.id("waveId", "wave"));
    }

    private static boolean partial(Call call) {
        return call.query("partial").filter("true"::equals).isPresent();
    }

    private Reply list(Call call) {
        int limit = call.limit();
        UUID order = call.queryId("orderId").orElse(null);
        UUID before = Page.after(call).orElse(null);
        List<ShipmentView> views =
                transactions.inOrg(
                        call.org(),
                        tx ->
                                fulfillment.list(tx, order, before, limit + 1).stream()
                                        .map(parcel -> view(tx, parcel))
                                        .toList());
        return Reply.ok(Page.of(views, limit, view -> view.parcelId().value()));
    }

    private Reply find(Call call) {
        ParcelId id = new ParcelId(call.id("parcelId", "parcel"));
        return transactions.inOrg(
                call.org(),
                tx ->
                        Reply.ok(
                                fulfillment
                                        .find(tx, id)
                                        .map(parcel -> view(tx, parcel))
                                        .orElseThrow(() -> Fault.notFound("parcel"))));
    }

    private ShipmentView view(Tx tx, Parcel parcel) {
        Optional<Label> label = labels.newest(tx, parcel.parcelId());
        Optional<Label.Purchase> purchase = label.map(Label::purchase);
        Instant sent = orders.trackingSentAt(tx, parcel.parcelId()).orElse(null);
        String trouble = label.map(Label::error).filter(error -> !error.isEmpty()).orElse(null);
        return new ShipmentView(
                parcel.parcelId(),
                parcel.orderId(),
                parcel.waveId(),
                parcel.stationId(),
                parcel.number(),
                parcel.parcelCount(),
                parcel.status(),
                label.map(Label::state).orElse(null),
                label.map(Label::carrier).orElse(null),
                label.map(Label::service).orElse(null),
                purchase.map(Label.Purchase::trackingNumber).orElse(null),
                fulfillment.lane().plate(tx, parcel.parcelId()).map(LanePlate::sscc).orElse(null),
                purchase.map(Label.Purchase::cost).orElse(null),
                parcel.expectedWeight(),
                parcel.actualWeight(),
                Optional.ofNullable(parcel.actualCarton()).orElse(parcel.carton()),
                labels.prints(tx, parcel.parcelId()),
                parcel.packedAt(),
                sent != null,
                sent,
                parcel.obstacle() == null ? trouble : parcel.obstacle());
    }
}
