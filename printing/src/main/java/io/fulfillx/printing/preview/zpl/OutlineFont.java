package io.fulfillx.printing.preview.zpl;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A TrueType font file. */
final class OutlineFont implements Typeface {
    private static final double MISSING_ADVANCE = 0.6;

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double em;
    private final Map<Integer, Optional<Path2D>> outlines = new ConcurrentHashMap<>();
    private final Map<Integer, Double> advances = new ConcurrentHashMap<>();

    /**
     * @throws IOException when the bytes are no TrueType font
     */
    OutlineFont(byte[] file) throws IOException {
        font = new TTFParser(true).parse(new RandomAccessReadBuffer(file));
        characters = font.getUnicodeCmapLookup(false);
        em = font.getUnitsPerEm();
    }

    /** A font from the class path, as TrueType or WOFF. */
    static OutlineFont ofResource(String path) {
        try (InputStream in = OutlineFont.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the font " + path + " is not on the class path");
            }
            byte[] file = in.readAllBytes();
            return new OutlineFont(path.endsWith(".woff") ? Woff.unpack(file) : file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double advance(int codePoint) {
        return advances.computeIfAbsent(codePoint, this::measure);
    }

    @Override
    public Optional<Path2D> outline(int codePoint) {
        return outlines.computeIfAbsent(codePoint, this::draw);
    }

    private synchronized double measure(int codePoint) {
        int glyph = characters.getGlyphId(codePoint);
        try {
            return glyph == 0 ? MISSING_ADVANCE : font.getAdvanceWidth(glyph) / em;
        } catch (IOException | RuntimeException e) {
            // A damaged glyph of a downloaded font.
            return MISSING_ADVANCE;
        }
    }

    private synchronized Optional<Path2D> draw(int codePoint) {
        int glyph = characters.getGlyphId(codePoint);
        if (glyph == 0) {
            return Optional.empty();
        }
        try {
            GlyphData data = font.getGlyph().getGlyph(glyph);
            Path2D path = data == null ? new Path2D.Double() : new Path2D.Double(data.getPath());
            path.transform(AffineTransform.getScaleInstance(1 / em, 1 / em));
            return Optional.of(path);
        } catch (IOException | RuntimeException e) {
            // A damaged glyph of a downloaded font.
            return Optional.empty();
        }
    }
}
