package io.fulfillx.backend.printing;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.printing.raster.Dpi;

import java.util.List;

/** Labels as pictures over HTTP. */
final class LabelPreviewRoutes {
    private final DrawLabel drawLabel;

    LabelPreviewRoutes(DrawLabel drawLabel) {
        this.drawLabel = drawLabel;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/shipments/{parcelId}/label.png",
                                Roles.FLOOR,
                                "A parcel's label as it comes out of a printer",
                                byte[].class,
                                this::draw)
                        .query(
                                Query.oneOf("dpi", "Dots per inch.", "203", "300", "600")
                                        .whenAbsent("203"))
                        .gives("image/png"));
    }

    private Reply draw(Call call) {
        ParcelId parcel = new ParcelId(call.id("parcelId", "parcel"));
        return Reply.document("image/png", drawLabel.png(call.org(), parcel, dpi(call)));
    }

    private static Dpi dpi(Call call) {
        return Dpi.of(call.number("dpi", 203, 203, 600));
    }
}
