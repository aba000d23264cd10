package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.GrayImage;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.RenderDestination;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** A page of a PDF, upright as its rotation entry says. Its unit is a quarter of a millimeter. */
final class PdfPage implements PageSource {
    private static final double UNITS_PER_INCH = 25.4 * 4;
    private static final double POINTS_PER_INCH = 72;

    /** Half again as wide as a sheet of A3; nothing a carrier sends is larger. */
    private static final double MOST_POINTS = 1800;

    /** Pixels for a millimeter in the finer drawing: enough to tell the modules of symbols. */
    private static final int WANTED = 24;

    private static final int FINEST = 3;

    private final PDFRenderer renderer;
    private final int index;
    private final double width;
    private final double height;

    PdfPage(PDFRenderer renderer, PDPage page, int index) throws DocumentException {
        this.renderer = renderer;
        this.index = index;
        PDRectangle box = page.getCropBox();
        boolean lying = page.getRotation() % 180 != 0;
        this.width = lying ? box.getHeight() : box.getWidth();
        this.height = lying ? box.getWidth() : box.getHeight();
        if (!(width >= 1 && height >= 1 && width <= MOST_POINTS && height <= MOST_POINTS)) {
            throw new DocumentException(
                    "Page %d of the PDF is %.0f by %.0f mm; sheets up to A3 are printed."
                            .formatted(index + 1, millimeters(width), millimeters(height)));
        }
    }

    private static double millimeters(double points) {
        return points / POINTS_PER_INCH * 25.4;
    }

    @Override
    public double unitsPerInch() {
        return UNITS_PER_INCH;
    }

    @Override
    public int finer(double scale) {
        double dots = scale * UNITS_PER_INCH / 25.4;
        return Math.clamp(Math.round(WANTED / dots), 1, FINEST);
    }

    @Override
    public GrayImage survey() throws IOException {
        double scale = UNITS_PER_INCH / POINTS_PER_INCH;
        return draw(0, 0, 1, (int) Math.ceil(width * scale), (int) Math.ceil(height * scale));
    }

    @Override
    public GrayImage draw(double left, double top, double scale, int across, int down)
            throws IOException {
        BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setBackground(Color.WHITE);
            canvas.clearRect(0, 0, across, down);
            canvas.translate(-left * scale, -top * scale);
            float points = (float) (scale * UNITS_PER_INCH / POINTS_PER_INCH);
            renderer.renderPageToGraphics(index, canvas, points, points, RenderDestination.PRINT);
        } finally {
            canvas.dispose();
        }
        return GrayImage.of(image);
    }
}
