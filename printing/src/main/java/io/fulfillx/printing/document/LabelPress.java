package io.fulfillx.printing.document;

import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.document.PressResult.Pressed;
import io.fulfillx.printing.document.PressResult.Refused;
import io.fulfillx.printing.language.GuardVerdict;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.language.RasterForm;
import io.fulfillx.printing.language.ZplGuard;
import io.fulfillx.printing.preview.LabelPreview;
import io.fulfillx.printing.preview.LabelRenderer;
import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.preview.zpl.ZplRenderer;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfile.Quirk;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.symbol.GridRedraw;
import io.fulfillx.printing.symbol.Preflight;
import io.fulfillx.printing.symbol.PreflightResult.Passed;
import io.fulfillx.printing.symbol.PreflightResult.Stopped;
import io.fulfillx.printing.symbol.Promise;
import io.fulfillx.printing.symbol.SymbolReaders;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes the bytes for one printer out of any label document. What the printer speaks and what only
 * draws passes as it is; everything else is drawn, its bars are set on whole dots, read again and
 * compared with the tracking number, and encoded.
 */
public final class LabelPress {
    private static final int MOST_LABELS = 1000;

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
        try {
            return passes(document.format(), content)
                    ? passed(document.trackingNumber(), content)
                    : drawn(document.trackingNumber(), pictures(document.format(), content));
        } catch (DocumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    private boolean passes(LabelFormat format, byte[] content) {
        return profile.language() == LabelLanguage.ZPL
                && format == LabelFormat.ZPL
                && ZplGuard.inspect(content) instanceof GuardVerdict.Safe;
    }

    /**
     * The printer draws it better than we do, so ours only objects when it can read symbols and
     * none of them is the right one.
     */
    private PressResult passed(TrackingNumber number, byte[] content) throws DocumentException {
        List<byte[]> units = ZplUnits.split(content);
        List<Bitmap> pictures = previews(LabelLanguage.ZPL, content);
        if (pictures.size() != units.size()) {
            return new Pressed(units, List.of());
        }
        List<String> objections = objections(pictures, Promise.of(number));
        boolean readable =
                pictures.stream().anyMatch(label -> !SymbolReaders.best().read(label).isEmpty());
        return objections.size() == pictures.size() && readable
                ? new Refused(objections.getFirst())
                : new Pressed(units, pictures);
    }

    private List<Bitmap> pictures(LabelFormat format, byte[] content) throws DocumentException {
        return switch (format) {
            case PDF, PNG, GIF, JPEG ->
                    LabelPages.pages(content, format, profile.media(), profile.dpi()).stream()
                            .map(LabelPress::onGrid)
                            .toList();
            case ZPL -> previews(LabelLanguage.ZPL, content);
            case EPL -> previews(LabelLanguage.EPL, content);
            case TSPL -> previews(LabelLanguage.TSPL, content);
            case CPCL -> previews(LabelLanguage.CPCL, content);
            case ESCPOS -> previews(LabelLanguage.ESCPOS, content);
        };
    }

    /** Every copy is a picture of its own, so that each can be proved. */
    private List<Bitmap> previews(LabelLanguage language, byte[] content) throws DocumentException {
        PreviewSettings canvas =
                new PreviewSettings(
                        profile.dpi(),
                        profile.media().widthDots(profile.dpi()),
                        profile.media().heightDots(profile.dpi()));
        List<Bitmap> pictures = new ArrayList<>();
        for (RenderedLabel label : renderer(language).render(content, canvas)) {
            if (pictures.size() + label.copies() > MOST_LABELS) {
                throw new DocumentException(
                        "The document asks for more than %d labels.".formatted(MOST_LABELS));
            }
            pictures.addAll(Collections.nCopies(label.copies(), label.picture()));
        }
        if (pictures.isEmpty()) {
            throw new DocumentException(
                    "No label comes out of this %s document.".formatted(language));
        }
        return pictures;
    }

    private static LabelRenderer renderer(LabelLanguage language) {
        return language == LabelLanguage.ZPL ? new ZplRenderer() : LabelPreview.of(language);
    }

    /** A picture that was not scaled has its bars on whole dots already. */
    private static Bitmap onGrid(LabelPage page) {
        return page.finer() == 1
                ? page.dots()
                : GridRedraw.redraw(page.detail().image(), page.dots()).picture();
    }

    private PressResult drawn(TrackingNumber number, List<Bitmap> pictures) {
        List<String> objections = objections(pictures, Promise.of(number));
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

    private static List<String> objections(List<Bitmap> pictures, Promise promise) {
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
