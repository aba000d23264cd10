package io.fulfillx.printing.document;

import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.printing.document.PressResult.Pressed;
import io.fulfillx.printing.document.PressResult.Refused;
import io.fulfillx.printing.language.GuardVerdict;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.language.RasterForm;
import io.fulfillx.printing.language.ZplGuard;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfile.Quirk;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.symbol.GridRedraw;
import io.fulfillx.printing.symbol.Preflight;
import io.fulfillx.printing.symbol.PreflightResult.Passed;
import io.fulfillx.printing.symbol.PreflightResult.Stopped;
import io.fulfillx.printing.symbol.Promise;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the bytes for one printer out of any label document. What the printer speaks and what only
 * draws passes as it is; everything else is drawn, its bars are set on whole dots, read again and
 * compared with the tracking number, and encoded.
 */
public final class LabelPress {
    private final PrinterProfile profile;

    public LabelPress(PrinterProfile profile) {
        this.profile = profile;
    }

    /** Never throws for what is in the document: what cannot be printed is refused. */
    public PressResult press(LabelDocument document) {
        byte[] content = document.content();
        if (content.length == 0) {
            return new Refused("The document is empty.");
        }
        if (passes(document.format(), content)) {
            return new Pressed(ZplUnits.split(content), List.of());
        }
        try {
            return pressed(pictures(document.format(), content), document);
        } catch (DocumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    private boolean passes(LabelFormat format, byte[] content) {
        return profile.language() == LabelLanguage.ZPL
                && format == LabelFormat.ZPL
                && ZplGuard.inspect(content) instanceof GuardVerdict.Safe;
    }

    private List<Bitmap> pictures(LabelFormat format, byte[] content) throws DocumentException {
        return switch (format) {
            case PDF, PNG, GIF, JPEG ->
                    LabelPages.pages(content, format, profile.media(), profile.dpi()).stream()
                            .map(LabelPress::onGrid)
                            .toList();
            case ZPL, EPL, TSPL, CPCL, ESCPOS ->
                    throw new DocumentException(
                            "A %s document cannot be printed on %s."
                                    .formatted(format, profile.name()));
        };
    }

    /** A picture that was not scaled has its bars on whole dots already. */
    private static Bitmap onGrid(LabelPage page) {
        return page.finer() == 1
                ? page.dots()
                : GridRedraw.redraw(page.detail().image(), page.dots()).picture();
    }

    private PressResult pressed(List<Bitmap> pictures, LabelDocument document) {
        List<String> objections = objections(pictures, document);
        // Customs forms and receipts among the pages carry no tracking number.
        if (objections.size() == pictures.size()) {
            return new Refused(objections.getFirst());
        }
        LabelSetup setup = LabelSetup.of(profile.media(), profile.dpi());
        LabelSetup readable =
                profile.quirks().contains(Quirk.NO_Z64) ? setup.withForm(RasterForm.RLE) : setup;
        List<byte[]> labels = new ArrayList<>();
        for (Bitmap picture : pictures) {
            labels.add(profile.language().encoder().encode(picture, readable));
        }
        return new Pressed(labels, pictures);
    }

    private static List<String> objections(List<Bitmap> pictures, LabelDocument document) {
        Promise promise = Promise.of(document.trackingNumber());
        List<String> objections = new ArrayList<>();
        for (Bitmap picture : pictures) {
            switch (Preflight.check(picture, promise)) {
                case Stopped(String reason) -> objections.add(reason);
                case Passed _ -> {}
            }
        }
        return objections;
    }
}
