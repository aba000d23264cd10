package io.fulfillx.printing.document;

import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.preview.LabelPreview;
import io.fulfillx.printing.preview.LabelRenderer;
import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.preview.zpl.ZplRenderer;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the labels of any document look like, be it pages, a picture or a printer language. */
public final class DocumentPictures {
    private static final int MOST_LABELS = 1000;

    private DocumentPictures() {}

    /**
     * Every label in order, as often as the document asks for it.
     *
     * @throws DocumentException when it cannot be read or holds no label
     */
    public static List<Bitmap> of(byte[] bytes, LabelFormat format, Media media, Dpi dpi)
            throws DocumentException {
        return switch (format) {
            case PDF, PNG, GIF, JPEG -> LabelPages.read(bytes, format, media, dpi);
            case ZPL -> drawn(LabelLanguage.ZPL, bytes, media, dpi);
            case EPL -> drawn(LabelLanguage.EPL, bytes, media, dpi);
            case TSPL -> drawn(LabelLanguage.TSPL, bytes, media, dpi);
            case CPCL -> drawn(LabelLanguage.CPCL, bytes, media, dpi);
            case ESCPOS -> drawn(LabelLanguage.ESCPOS, bytes, media, dpi);
        };
    }

    private static List<Bitmap> drawn(LabelLanguage language, byte[] document, Media media, Dpi dpi)
            throws DocumentException {
        PreviewSettings canvas =
                new PreviewSettings(dpi, media.widthDots(dpi), media.heightDots(dpi));
        List<Bitmap> pictures = new ArrayList<>();
        for (RenderedLabel label : renderer(language).render(document, canvas)) {
            if (pictures.size() + label.copies() > MOST_LABELS) {
                throw new DocumentException("The document asks for more than 1000 labels.");
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
}
