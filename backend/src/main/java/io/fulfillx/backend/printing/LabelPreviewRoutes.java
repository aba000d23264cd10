package io.fulfillx.backend.printing;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
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
                        "A parcel's label as it comes out of a printer; dpi is 203, 300 or 600",
                        byte[].class,
                        this::draw));
    }

    private Reply draw(Call call) {
        ParcelId parcel = new ParcelId(call.id("parcelId", "parcel"));
        return Reply.document("image/png", drawLabel.png(call.org(), parcel, dpi(call)));
    }

    private static Dpi dpi(Call call) {
        try {
            return Dpi.of(call.number("dpi", 203, 203, 600));
        } catch (IllegalArgumentException e) {
            throw new Fault(Fault.Code.INVALID, "The parameter dpi is 203, 300 or 600.");
        }
    }
}
