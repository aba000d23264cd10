package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.GrayImage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Opens PNG, GIF and JPEG pictures. */
final class PictureReader {
    /** A sheet of A4 at 600 dpi has 35 million. */
    private static final long MOST_PIXELS = 40_000_000;

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
        return new PicturePage(GrayImage.of(image), 0);
    }
}
