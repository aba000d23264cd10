package io.fulfillx.printing.preview.zpl;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A font stretched to the measures of another, so that lines get as long and letters as wide as on
 * the printer although the shapes are somebody else's.
 */
final class FittedFont implements Typeface {
    private static final double UNIT = 1000;

    /** In thousandths of an em: advance, and the box around the ink. */
    private record Measures(int advance, int left, int bottom, int width, int height) {}

    private final Typeface shapes;
    private final Typeface rest;
    private final Map<Integer, Measures> measures;
    private final Map<Integer, Optional<Path2D>> outlines = new ConcurrentHashMap<>();

    /**
     * @param table lines of code point in hexadecimal, advance, left, bottom, width, height
     * @param rest for characters the other does not have
     */
    FittedFont(Typeface shapes, Typeface rest, String table) {
        this.shapes = shapes;
        this.rest = rest;
        this.measures = read(table);
    }

    private static Map<Integer, Measures> read(String table) {
        Map<Integer, Measures> all = new HashMap<>();
        try (InputStream in = FittedFont.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException(table + " is not on the class path");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(" ");
                if (line.startsWith("#") || cells.length < 6) {
                    continue;
                }
                all.put(
                        Integer.parseInt(cells[0], 16),
                        new Measures(
                                Integer.parseInt(cells[1]),
                                Integer.parseInt(cells[2]),
                                Integer.parseInt(cells[3]),
                                Integer.parseInt(cells[4]),
                                Integer.parseInt(cells[5])));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double advance(int codePoint) {
        Measures known = measures.get(codePoint);
        if (known != null) {
            return known.advance / UNIT;
        }
        return shapes.outline(codePoint).isPresent()
                ? shapes.advance(codePoint)
                : rest.advance(codePoint);
    }

    @Override
    public Optional<Path2D> outline(int codePoint) {
        return outlines.computeIfAbsent(codePoint, this::fit);
    }

    private Optional<Path2D> fit(int codePoint) {
        Optional<Path2D> shape = shapes.outline(codePoint).or(() -> rest.outline(codePoint));
        Measures box = measures.get(codePoint);
        if (shape.isEmpty() || box == null) {
            return shape;
        }
        Rectangle2D ink = shape.get().getBounds2D();
        if (ink.isEmpty() || box.width == 0 || box.height == 0) {
            return shape;
        }
        AffineTransform fit = new AffineTransform();
        fit.translate(box.left / UNIT, box.bottom / UNIT);
        fit.scale(box.width / UNIT / ink.getWidth(), box.height / UNIT / ink.getHeight());
        fit.translate(-ink.getX(), -ink.getY());
        return Optional.of(new Path2D.Double(shape.get(), fit));
    }
}
