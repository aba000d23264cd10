package io.fulfillx.backend.printing;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.printing.document.DocumentException;
import io.fulfillx.printing.document.DocumentPictures;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.raster.Png;

import java.util.Optional;

/** Draws a parcel's label as it comes out of a printer. */
final class DrawLabel {
    private final Transactions transactions;
    private final FulfillmentModule fulfillment;
    private final ShippingModule shipping;
    private final LabelSource source;

    DrawLabel(
            Transactions transactions,
            FulfillmentModule fulfillment,
            ShippingModule shipping,
            LabelSource source) {
        this.transactions = transactions;
        this.fulfillment = fulfillment;
        this.shipping = shipping;
        this.source = source;
    }

    /**
     * @return a PNG picture, one pixel a dot
     * @throws Fault NOT_FOUND for the parcel; NOT_ALLOWED_NOW while it has no label
     */
    byte[] png(OrgId org, ParcelId parcel, Dpi dpi) {
        ParcelLabel label = transactions.inOrg(org, tx -> label(tx, parcel));
        LabelSource.Stored stored = source.stored(label, LabelLanguage.ZPL);
        LabelDocument document =
                source.read(stored)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "document " + stored.key() + " is gone"));
        try {
            return Png.write(
                    DocumentPictures.of(
                                    document.content(), document.format(), Media.FOUR_BY_SIX, dpi)
                            .getFirst());
        } catch (DocumentException e) {
            throw new Fault(Fault.Code.NOT_ALLOWED_NOW, String.valueOf(e.getMessage()));
        }
    }

    private ParcelLabel label(Tx tx, ParcelId parcel) {
        if (fulfillment.find(tx, parcel).isEmpty()) {
            throw Fault.notFound("parcel");
        }
        Optional<ParcelLabel> label = shipping.label(tx, parcel).filter(ParcelLabel::live);
        return label.orElseThrow(
                () -> new Fault(Fault.Code.NOT_ALLOWED_NOW, "This parcel has no label now."));
    }
}
