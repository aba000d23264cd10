package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Text as dots, for letters that a printer's own fonts lack. The outlines come from the sans-serif
 * font in the PDF library, so no font of the operating system is needed; it has Latin, Greek and
 * Cyrillic letters, others are shown as {@code ?}.
 */
final class DrawnText {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final DrawnText SANS = read();

    private final TrueTypeFont font;
    private final int unitsPerEm;

    private DrawnText(TrueTypeFont font) throws IOException {
        this.font = font;
        this.unitsPerEm = font.getUnitsPerEm();
    }

    private static DrawnText read() {
        try (InputStream file = TTFParser.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new FileNotFoundException(FONT);
            }
            return new DrawnText(new TTFParser().parse(new RandomAccessReadBuffer(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of text in a picture of that height, without control characters. */
    static Bitmap of(String text, int height) {
        try {
            return SANS.draw(text, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font parses its tables when they are first used, which only one thread may do. */
    private synchronized Bitmap draw(String text, int height) throws IOException {
        int[] glyphs =
                text.codePoints()
                        .filter(point -> !Character.isISOControl(point))
                        .map(this::glyph)
                        .toArray();
        double scale = height / (1.12 * unitsPerEm);
        int width = 1;
        for (int glyph : glyphs) {
            width += (int) Math.round(font.getAdvanceWidth(glyph) * scale);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D ink = image.createGraphics();
        ink.setColor(Color.WHITE);
        ink.fillRect(0, 0, width, height);
        ink.setColor(Color.BLACK);
        int x = 0;
        for (int glyph : glyphs) {
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, height * 0.81);
            var outline = font.getGlyph().getGlyph(glyph);
            if (outline != null) {
                ink.fill(place.createTransformedShape(outline.getPath()));
            }
            x += (int) Math.round(font.getAdvanceWidth(glyph) * scale);
        }
        ink.dispose();
        return Bitmap.of(image);
    }

    private int glyph(int codePoint) {
        try {
            var letters = font.getUnicodeCmapLookup();
            int glyph = letters.getGlyphId(codePoint);
            return glyph > 0 ? glyph : letters.getGlyphId('?');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
