package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.printing.language.Barcode;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import java.util.Optional;

/** The plate of a parcel whose carrier's label comes later, drawn like a carrier's label. */
public final class PlateSheet {
    private static final int LEFT = 40;
    private static final int MODULE = 3;

    private final Texts texts;

    public PlateSheet(Texts texts) {
        this.texts = texts;
    }

    LabelDocument of(Sscc sscc, PackJob job) {
        String postcode = Optional.ofNullable(job.shipTo().postalCode()).orElse("");
        String country = job.shipTo().countryCode();
        byte[] zpl =
                LabelLanguage.ZPL
                        .builder(LabelSetup.of(Media.FOUR_BY_SIX, Dpi.DPI_203))
                        .box(10, 10, 792, 1198, 4)
                        .text(LEFT, 60, 72, texts.get("plate.title"))
                        .text(LEFT, 150, 34, texts.get("plate.lane"))
                        .box(10, 220, 792, 4, 4)
                        .text(LEFT, 260, 30, texts.get("plate.order"))
                        .text(LEFT, 300, 90, job.orderName())
                        .text(LEFT, 430, 30, texts.get("plate.to"))
                        .text(LEFT, 470, 90, (country + " " + postcode).strip())
                        .box(10, 620, 792, 4, 4)
                        .text(LEFT, 660, 30, "SSCC")
                        .barcode(LEFT + 40, 710, Barcode.gs1(sscc.element(), MODULE, 280))
                        .text(LEFT + 40, 1010, 44, "(00) " + sscc.digits())
                        .bytes();
        return new LabelDocument(sscc.asNumber(), LabelFormat.ZPL, zpl);
    }
}
