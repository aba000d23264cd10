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
import io.fulfillx.printing.symbol.Preflight;
import io.fulfillx.printing.symbol.PreflightResult.Passed;
import io.fulfillx.printing.symbol.PreflightResult.Stopped;
import io.fulfillx.printing.symbol.Promise;
import io.fulfillx.printing.symbol.SymbolReaders;

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

    /** Presses the label of a parcel; one of its pages must carry the tracking number. */
    public PressResult press(LabelDocument document) {
        return press(document.content(), document.format(), Promise.of(document.trackingNumber()));
    }

    /**
     * Never throws for what is in the document: what cannot be printed is refused.
     *
     * @param promise what a label must carry; without payloads every label will do
     */
    public PressResult press(byte[] content, LabelFormat format, Promise promise) {
        if (content.length == 0) {
            return new Refused("The document is empty.");
        }
        try {
            return passes(format, content)
                    ? passed(content, promise)
                    : drawn(content, format, promise);
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
    private PressResult passed(byte[] content, Promise promise) throws DocumentException {
        List<byte[]> units = ZplUnits.split(content);
        List<Bitmap> pictures = pictures(content, LabelFormat.ZPL);
        if (pictures.size() != units.size()) {
            return new Pressed(units, List.of());
        }
        List<String> objections = objections(pictures, promise);
        return objections.size() == pictures.size() && readable(pictures)
                ? new Refused(objections.getFirst())
                : new Pressed(units, pictures);
    }

    private PressResult drawn(byte[] content, LabelFormat format, Promise promise)
            throws DocumentException {
        List<Bitmap> pictures = pictures(content, format);
        List<String> objections = objections(pictures, promise);
        // Customs forms and receipts among the pages carry no tracking number.
        if (objections.size() == pictures.size()) {
            return new Refused(objections.getFirst());
        }
        LabelSetup setup = LabelSetup.of(profile.media(), profile.dpi());
        LabelSetup known =
                profile.quirks().contains(Quirk.NO_Z64) ? setup.withForm(RasterForm.RLE) : setup;
        List<byte[]> labels = new ArrayList<>();
        for (Bitmap picture : pictures) {
            labels.add(profile.language().encoder().encode(picture, known));
        }
        return new Pressed(labels, pictures);
    }

    private List<Bitmap> pictures(byte[] content, LabelFormat format) throws DocumentException {
        return DocumentPictures.of(content, format, profile.media(), profile.dpi());
    }

    private static boolean readable(List<Bitmap> pictures) {
        return pictures.stream().anyMatch(label -> !SymbolReaders.best().read(label).isEmpty());
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
