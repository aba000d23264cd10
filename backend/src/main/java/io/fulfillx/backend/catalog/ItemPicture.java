package io.fulfillx.backend.catalog;

import io.fulfillx.backend.platform.Fault;

import org.jspecify.annotations.Nullable;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that somebody sent in: its kind and size are read from its own bytes, never believed.
 *
 * @param thumbnail a small PNG of it; null for WebP, which Java cannot draw
 */
record ItemPicture(
        String mediaType, int widthPx, int heightPx, byte[] content, byte @Nullable [] thumbnail) {
    private static final int MAX_BYTES = 2_000_000;
    private static final int MAX_SIDE_PX = 8_000;
    private static final long MAX_AREA_PX = 25_000_000;
    private static final int THUMBNAIL_PX = 160;

    /**
     * @throws Fault INVALID when it is no picture, TOO_LARGE when it has too many bytes or pixels
     */
    static ItemPicture read(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new Fault(Fault.Code.TOO_LARGE, "A picture has at most 2,000,000 bytes.");
        }
        if (starts(content, 0, "RIFF") && starts(content, 8, "WEBP")) {
            return webp(content);
        }
        boolean png = starts(content, 1, "PNG\r\n");
        boolean jpeg = content.length > 2 && content[0] == (byte) 0xff && content[1] == (byte) 0xd8;
        if (!png && !jpeg) {
            throw noPicture();
        }
        String mediaType = png ? "image/png" : "image/jpeg";
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                requireSize(width, height);
                return new ItemPicture(
                        mediaType, width, height, content, thumbnail(reader, width, height));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw noPicture();
        }
    }

    private static byte[] thumbnail(ImageReader reader, int width, int height) throws IOException {
        // Reads only every n-th pixel, so that a large picture needs little memory.
        int step = Math.max(1, Math.max(width, height) / (2 * THUMBNAIL_PX));
        ImageReadParam some = reader.getDefaultReadParam();
        some.setSourceSubsampling(step, step, 0, 0);
        BufferedImage coarse = reader.read(0, some);
        double scale =
                Math.min(
                        1, (double) THUMBNAIL_PX / Math.max(coarse.getWidth(), coarse.getHeight()));
        int w = Math.max(1, (int) Math.round(coarse.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(coarse.getHeight() * scale));
        BufferedImage small = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(coarse, 0, 0, w, h, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }

    /** The three kinds of the first chunk (WebP container specification). */
    private static ItemPicture webp(byte[] content) {
        if (content.length < 30) {
            throw noPicture();
        }
        int width;
        int height;
        if (starts(content, 12, "VP8 ")) {
            width = little(content, 26, 2) & 0x3fff;
            height = little(content, 28, 2) & 0x3fff;
        } else if (starts(content, 12, "VP8L")) {
            int bits = little(content, 21, 4);
            width = (bits & 0x3fff) + 1;
            height = (bits >> 14 & 0x3fff) + 1;
        } else if (starts(content, 12, "VP8X")) {
            width = little(content, 24, 3) + 1;
            height = little(content, 27, 3) + 1;
        } else {
            throw noPicture();
        }
        requireSize(width, height);
        return new ItemPicture("image/webp", width, height, content, null);
    }

    private static int little(byte[] content, int from, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | content[from + i] & 0xff;
        }
        return value;
    }

    private static boolean starts(byte[] content, int from, String text) {
        if (content.length < from + text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (content[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static void requireSize(int width, int height) {
        if (width < 1 || height < 1) {
            throw noPicture();
        }
        if (width > MAX_SIDE_PX || height > MAX_SIDE_PX || (long) width * height > MAX_AREA_PX) {
            throw new Fault(
                    Fault.Code.TOO_LARGE,
                    "A picture has at most 8,000 pixels a side and 25 million in all.");
        }
    }

    private static Fault noPicture() {
        return new Fault(Fault.Code.INVALID, "A PNG, JPEG or WebP picture is expected.", "");
    }
}
