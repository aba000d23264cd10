package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.ReleaseWave.Released;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.WaveId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Waves over HTTP. */
final class FulfillmentRoutes {
    private final Transactions transactions;
    private final WaveStore waves;
    private final ParcelStore parcels;
    private final ReleaseWave releaseWave;
    private final PutBackParcel putBack;

    FulfillmentRoutes(
            Transactions transactions,
            WaveStore waves,
            ParcelStore parcels,
            ReleaseWave releaseWave,
            PutBackParcel putBack) {
        this.transactions = transactions;
        this.waves = waves;
        this.parcels = parcels;
        this.releaseWave = releaseWave;
        this.putBack = putBack;
    }

    /** An empty body. */
    record Nothing() {}

    /** What went from the tote into its bins. */
    record PutBack(int units) {}

    record NewWave(@Nullable StationId stationId, @Nullable Integer maxOrders) {}

    List<Route> routes() {
        return List.of(
                Route.post(
                        "/api/v1/waves",
                        Roles.LEADS,
                        "Release up to maxOrders ready orders, oldest first, to a station",
                        NewWave.class,
                        Released.class,
                        this::release),
                Route.get(
                                "/api/v1/waves",
                                Roles.LEADS,
                                "List waves, newest first",
                                Wave[].class,
                                this::list)
                        .paged(),
                Route.get(
                        "/api/v1/waves/{waveId}",
                        Roles.LEADS,
                        "How far a wave is",
                        Wave.class,
                        this::find),
                Route.post(
                        "/api/v1/shipments/{parcelId}/put-back",
                        Roles.LEADS,
                        "Say that everything picked for a parcel lies in its bins again",
                        Nothing.class,
                        PutBack.class,
                        this::putBack));
    }

    private Reply release(Call call) {
        NewWave request = call.body(NewWave.class);
        if (request.stationId() == null) {
            throw Fault.invalid("/stationId", "This field is required.");
        }
        Integer max = request.maxOrders();
        if (max == null || max < 1 || max > ReleaseWave.MAX_ORDERS) {
            throw Fault.invalid("/maxOrders", "A wave has 1 to 200 orders.");
        }
        Released released =
                releaseWave.release(
                        call.org(), request.stationId(), max, "user:" + call.principal().subject());
        return released.waveId() == null ? Reply.ok(released) : Reply.created(released);
    }

    private Reply putBack(Call call) {
        ParcelId id = new ParcelId(call.id("parcelId", "parcel"));
        return transactions.inOrg(
                call.org(),
                tx -> {
                    Parcel parcel =
                            parcels.lock(tx, id).orElseThrow(() -> Fault.notFound("parcel"));
                    if (parcel.status() == ParcelStatus.PACKED) {
                        throw new Fault(
                                Fault.Code.NOT_ALLOWED_NOW, "This parcel has left the bench.");
                    }
                    String actor = "user:" + call.principal().subject();
                    return Reply.ok(new PutBack(putBack.putBack(tx, parcel, actor)));
                });
    }

    private Reply list(Call call) {
        int limit = call.limit();
        UUID before = Page.after(call).orElse(null);
        List<Wave> rows = transactions.inOrg(call.org(), tx -> waves.list(tx, before, limit + 1));
        return Reply.ok(Page.of(rows, limit, wave -> wave.waveId().value()));
    }

    private Reply find(Call call) {
        WaveId id = new WaveId(call.id("waveId", "wave"));
        return transactions.inOrg(
                call.org(),
                tx -> Reply.ok(waves.find(tx, id).orElseThrow(() -> Fault.notFound("wave"))));
    }
}
