package io.fulfillx.desktop.print;

import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.printing.document.DocumentException;
import io.fulfillx.printing.document.LabelPages;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.preview.LabelPreview;
import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What labels look like, for people to compare with the paper. Safe from any thread. */
public final class LabelPictures {
    private static final Logger LOG = LoggerFactory.getLogger(LabelPictures.class);
    private static final int KEPT = 16;
    private static final Dpi DPI = Dpi.DPI_203;
    private static final Media MEDIA = Media.FOUR_BY_SIX;

    private final Map<LabelDocument, Optional<Bitmap>> newest = new LinkedHashMap<>();

    /** Draws it in the background, so that it is there when it is wanted. */
    public void prepare(LabelDocument document) {
        Thread.ofVirtual().name("label-picture").start(() -> of(document));
    }

    /** The first label of the document; empty when it cannot be drawn. Takes its time. */
    public Optional<Bitmap> of(LabelDocument document) {
        Optional<Bitmap> known;
        synchronized (newest) {
            known = newest.getOrDefault(document, Optional.empty());
        }
        if (known.isPresent()) {
            return known;
        }
        Optional<Bitmap> drawn = draw(document);
        synchronized (newest) {
            newest.put(document, drawn);
            if (newest.size() > KEPT) {
                newest.remove(newest.keySet().iterator().next());
            }
        }
        return drawn;
    }

    private static Optional<Bitmap> draw(LabelDocument document) {
        Optional<LabelLanguage> language = LabelLanguage.named(document.format().name());
        if (language.isPresent()) {
            PreviewSettings canvas =
                    new PreviewSettings(DPI, MEDIA.widthDots(DPI), MEDIA.heightDots(DPI));
            return LabelPreview.of(language.get()).render(document.content(), canvas).stream()
                    .map(RenderedLabel::picture)
                    .findFirst();
        }
        try {
            List<Bitmap> pages = LabelPages.read(document.content(), document.format(), MEDIA, DPI);
            return pages.stream().findFirst();
        } catch (DocumentException e) {
            LOG.warn("no picture of label {}: {}", document.trackingNumber(), e.getMessage());
            return Optional.empty();
        }
    }
}
