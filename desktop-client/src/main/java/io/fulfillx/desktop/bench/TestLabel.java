package io.fulfillx.desktop.bench;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.language.Barcode;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.queue.PrintJob;

import java.time.Instant;
import java.util.UUID;

/** A label that shows whether a printer understands us: its edges, a text and a bar code. */
final class TestLabel {
    static final String NUMBER = "TESTPRINT";

    /** All measures below are for this resolution. */
    private static final int DRAWN_FOR_DPI = 203;

    private final PrinterProfile profile;

    private TestLabel(PrinterProfile profile) {
        this.profile = profile;
    }

    /** The label in the printer's own language, size and resolution. */
    static PrintJob job(UUID jobId, PrinterProfile profile, Instant now) {
        LabelDocument document =
                new LabelDocument(
                        new TrackingNumber(NUMBER),
                        profile.language().format(),
                        new TestLabel(profile).bytes(now));
        return new PrintJob(jobId, new ParcelId(UUID.randomUUID()), document, 1);
    }

    private byte[] bytes(Instant now) {
        LabelLanguage language = profile.language();
        int width = profile.media().widthDots(profile.dpi());
        int height = profile.media().heightDots(profile.dpi());
        int edge = dots(16);
        int module = Math.max(2, dots(3) - 1);
        return language.builder(profile.setup())
                .box(edge, edge, width - 2 * edge, height - 2 * edge, dots(4))
                .text(dots(40), dots(60), dots(60), "FulfillX")
                .text(dots(40), dots(140), dots(30), profile.name())
                .text(dots(40), dots(190), dots(30), now.toString())
                .barcode(dots(40), dots(260), Barcode.code128(NUMBER, module, dots(160)))
                .text(dots(40), dots(440), dots(30), NUMBER)
                .bytes();
    }

    private int dots(int drawn) {
        return drawn * profile.dpi().nominal() / DRAWN_FOR_DPI;
    }
}
