package io.fulfillx.printing.document;

import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.symbol.GridRedraw;

import java.util.ArrayList;
import java.util.List;

/** Turns pages and pictures into the dots of labels, bars on whole dots. */
public final class LabelPages {
    private LabelPages() {}

    /**
     * Finds the labels of a document, in its order, each as large as the media.
     *
     * @param format PDF, PNG, GIF or JPEG
     * @throws DocumentException when it cannot be read, holds nothing, or is too large
     * @throws IllegalArgumentException when the format is a printer language
     */
    public static List<Bitmap> read(byte[] bytes, LabelFormat format, Media media, Dpi dpi)
            throws DocumentException {
        List<LabelPage> labels = new ArrayList<>();
        LabelMaker maker = new LabelMaker(media, dpi);
        switch (format) {
            case PDF -> PdfReader.read(bytes, page -> labels.addAll(maker.labels(page)));
            case PNG, GIF, JPEG ->
                    PictureReader.read(bytes, page -> labels.addAll(maker.labels(page)));
            case ZPL, EPL, TSPL, CPCL, ESCPOS ->
                    throw new IllegalArgumentException(format + " is no page and no picture");
        }
        if (labels.isEmpty()) {
            throw new DocumentException("The document is empty: every page is white.");
        }
        return labels.stream().map(LabelPages::onGrid).toList();
    }

    /** A picture that was not scaled has its bars on whole dots already. */
    private static Bitmap onGrid(LabelPage page) {
        return page.finer() == 1
                ? page.dots()
                : GridRedraw.redraw(page.detail().image(), page.dots()).picture();
    }
}
