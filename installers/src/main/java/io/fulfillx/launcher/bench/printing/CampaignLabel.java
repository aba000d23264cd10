package io.fulfillx.launcher.bench.printing;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.preview.zpl.ZplRenderer;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.virtual.PrintedLabel;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A small label that shows its number in dots, so that paper can be compared with outcomes. */
final class CampaignLabel {
    /** 320 x 96 dots. */
    static final Media MEDIA = new Media(40_000, 12_000);

    /** On the paper, but not readable as a number. */
    static final int GARBLED = -1;

    private static final int BITS = 16;
    private static final int CELL = 8;
    private static final int PLAIN_Y = 16;
    private static final int INVERSE_Y = 40;
    private static final int NOISE_Y = 64;

    private CampaignLabel() {}

    /** In the form that the model reads. */
    static PrintJob job(PrinterProfile profile, int number) {
        LabelLanguage language = profile.language();
        byte[] bytes = language.encoder().encode(picture(number), profile.withMedia(MEDIA).setup());
        UUID id = new UUID(0x4658L, number);
        LabelDocument document =
                new LabelDocument(
                        new TrackingNumber("FXCAMPAIGN%06d".formatted(number)),
                        language.format(),
                        bytes);
        return new PrintJob(id, new ParcelId(id), document, 1);
    }

    static int number(PrintJob job) {
        return (int) job.jobId().getLeastSignificantBits();
    }

    private static Bitmap picture(int number) {
        Bitmap picture = new Bitmap(320, 96);
        for (int bit = 0; bit < BITS; bit++) {
            boolean set = (number >> bit & 1) == 1;
            picture.fill(left(bit), PLAIN_Y, CELL, CELL, set);
            picture.fill(left(bit), INVERSE_Y, CELL, CELL, !set);
        }
        Random random = new Random(number);
        for (int i = 0; i < 300; i++) {
            picture.set(random.nextInt(320), NOISE_Y + random.nextInt(96 - NOISE_Y), true);
        }
        return picture;
    }

    private static int left(int bit) {
        return 16 + 2 * CELL * bit;
    }

    /** What stands on a label that came out. */
    static int read(LabelLanguage language, PrintedLabel label) {
        if (language != LabelLanguage.ZPL) {
            return read(label.picture());
        }
        PreviewSettings canvas = new PreviewSettings(Dpi.DPI_203, 320, 96);
        List<RenderedLabel> drawn = new ZplRenderer().render(label.bytes(), canvas);
        return drawn.isEmpty() ? GARBLED : read(drawn.getFirst().picture());
    }

    private static int read(Bitmap paper) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int x = left(bit) + CELL / 2;
            boolean set = dot(paper, x, PLAIN_Y + CELL / 2);
            if (set == dot(paper, x, INVERSE_Y + CELL / 2)) {
                return GARBLED;
            }
            number |= set ? 1 << bit : 0;
        }
        return number;
    }

    private static boolean dot(Bitmap paper, int x, int y) {
        return x < paper.width() && y < paper.height() && paper.get(x, y);
    }
}
