package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.GrayImage;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Opens PNG, GIF and JPEG pictures. */
final class PictureReader {
    /** A sheet of A4 at 600 dpi has 35 million. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final double MILLIMETERS_PER_INCH = 25.4;

    /** Screens claim 72 or 96; no scanner does less than this for a label. */
    private static final double LOWEST_SCAN = 140;

    private static final double HIGHEST_SCAN = 1300;

    /** A little less than A4 and Letter. */
    private static final double SHEET_WIDTH_INCHES = 7.5;

    private static final double SHEET_HEIGHT_INCHES = 10;

    private PictureReader() {}

    static void read(byte[] bytes, PageUse use) throws DocumentException {
        try (ImageInputStream stream =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new DocumentException("The picture is neither PNG nor GIF nor JPEG.");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                use.take(read(reader));
            } finally {
                reader.dispose();
            }
        } catch (DocumentException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoders answer damaged files with exceptions of many kinds.
            throw new DocumentException("The picture is damaged and cannot be read.", e);
        }
    }

    private static PicturePage read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new DocumentException(
                    "The picture has %d by %d pixels; at most 40 million are printed."
                            .formatted(width, height));
        }
        BufferedImage image = reader.read(0);
        return new PicturePage(GrayImage.of(image), sheetResolution(reader, width, height));
    }

    /**
     * Pixels to the inch if that makes the picture a sheet of paper, else 0: smaller pictures are
     * labels, and what they tell of their size is mostly wrong.
     */
    private static double sheetResolution(ImageReader reader, int width, int height)
            throws IOException {
        double perInch = MILLIMETERS_PER_INCH / pixelMillimeters(reader);
        boolean plausible = perInch >= LOWEST_SCAN && perInch <= HIGHEST_SCAN;
        boolean sheet =
                Math.min(width, height) >= SHEET_WIDTH_INCHES * perInch
                        && Math.max(width, height) >= SHEET_HEIGHT_INCHES * perInch;
        return plausible && sheet ? perInch : 0;
    }

    /** Of the neutral metadata format, chapter 'Standard (plug-in neutral) metadata format'. */
    private static double pixelMillimeters(ImageReader reader) throws IOException {
        IIOMetadata metadata = reader.getImageMetadata(0);
        if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
            return Double.MAX_VALUE;
        }
        Node tree = metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        NodeList sizes = ((Element) tree).getElementsByTagName("HorizontalPixelSize");
        return sizes.getLength() == 0
                ? Double.MAX_VALUE
                : Double.parseDouble(((Element) sizes.item(0)).getAttribute("value"));
    }
}
