package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Lines, boxes, circles and pictures. */
final class GraphicCommands {
    private static final int FAR = 32_000;

    private final Workbench bench;

    GraphicCommands(Workbench bench) {
        this.bench = bench;
    }

    boolean execute(String name, Parameters parameters) {
        switch (name) {
            case "^GB" -> box(parameters);
            case "^GC" -> circle(parameters);
            case "^GE" -> ellipse(parameters);
            case "^GD" -> diagonal(parameters);
            case "^GF" -> picture(parameters);
            case "^XG" -> {
                int scaleX = parameters.number(1, 1, 1, 10);
                int scaleY = parameters.number(2, 1, 1, 10);
                recall(parameters.text(0), scaleX, scaleY);
            }
            case "^IM" -> recall(parameters.text(0), 1, 1);
            case "^IL" -> {
                bench.field().place = new Place(0, 0, false, false, false);
                recall(parameters.text(0), 1, 1);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Ink ink(Parameters parameters, int index) {
        return parameters.letter(index, 'B') == 'W' ? Ink.WHITE : Ink.BLACK;
    }

    /** The upper left corner of something so wide and high at the field's place. */
    private int left(int width) {
        Place place = bench.field().place;
        return place.rightJustified() ? place.x() - width : place.x();
    }

    private int top(int height) {
        Place place = bench.field().place;
        return place.typeset() ? place.y() - height : place.y();
    }

    private void box(Parameters parameters) {
        int border = positive(parameters.number(2, 1), 1);
        int width = Math.max(positive(parameters.number(0, border), border), border);
        int height = Math.max(positive(parameters.number(1, border), border), border);
        int rounding = parameters.number(4, 0, 0, 8);
        int x = left(width);
        int y = top(height);
        Ink ink = ink(parameters, 3);
        if (rounding > 0) {
            rounded(x, y, width, height, border, rounding, ink);
        } else {
            bench.add(page -> frame(page.canvas(), x, y, width, height, border, ink));
        }
    }

    private static int positive(int value, int otherwise) {
        int size = Math.clamp(Math.abs((long) value), 0, FAR);
        return size == 0 ? otherwise : size;
    }

    private static void frame(
            Canvas canvas, int x, int y, int width, int height, int border, Ink ink) {
        if (2 * border >= width || 2 * border >= height) {
            canvas.fill(x, y, width, height, ink);
            return;
        }
        canvas.fill(x, y, width, border, ink);
        canvas.fill(x, y + height - border, width, border, ink);
        canvas.fill(x, y + border, border, height - 2 * border, ink);
        canvas.fill(x + width - border, y + border, border, height - 2 * border, ink);
    }

    /** The radius of a corner is so many eighths of half the shorter side. */
    private void rounded(int x, int y, int width, int height, int border, int eighths, Ink ink) {
        Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double outer = eighths * Math.min(width, height) / 8.0;
        shape.append(new RoundRectangle2D.Double(x, y, width, height, outer, outer), false);
        int innerWidth = width - 2 * border;
        int innerHeight = height - 2 * border;
        if (innerWidth > 0 && innerHeight > 0) {
            double inner = eighths * Math.min(innerWidth, innerHeight) / 8.0;
            shape.append(
                    reversed(
                            new RoundRectangle2D.Double(
                                    x + border, y + border, innerWidth, innerHeight, inner, inner)),
                    false);
        }
        fill(shape, ink);
    }

    /** The same outline in the other direction, so that it cuts a hole. */
    private static Shape reversed(Shape symmetric) {
        double middle = symmetric.getBounds2D().getCenterX();
        AffineTransform flip = new AffineTransform(-1, 0, 0, 1, 2 * middle, 0);
        return flip.createTransformedShape(symmetric);
    }

    private void fill(Shape shape, Ink ink) {
        OutlineFiller.fill(shape)
                .ifPresent(
                        spot ->
                                bench.add(
                                        page ->
                                                page.canvas()
                                                        .stamp(
                                                                spot.dots(),
                                                                spot.left(),
                                                                spot.top(),
                                                                ink)));
    }

    private void circle(Parameters parameters) {
        int diameter = parameters.number(0, 3, 3, 4095);
        ring(diameter, diameter, parameters.number(1, 1, 1, 4095), ink(parameters, 2));
    }

    private void ellipse(Parameters parameters) {
        int width = parameters.number(0, 3, 3, 4095);
        int height = parameters.number(1, 3, 3, 4095);
        ring(width, height, parameters.number(2, 1, 1, 4095), ink(parameters, 3));
    }

    private void ring(int width, int height, int border, Ink ink) {
        int x = left(width);
        int y = top(height);
        Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        shape.append(new Ellipse2D.Double(x, y, width, height), false);
        if (2 * border < Math.min(width, height)) {
            int innerWidth = width - 2 * border;
            int innerHeight = height - 2 * border;
            shape.append(
                    reversed(new Ellipse2D.Double(x + border, y + border, innerWidth, innerHeight)),
                    false);
        }
        fill(shape, ink);
    }

    private void diagonal(Parameters parameters) {
        int border = positive(parameters.number(2, 1), 1);
        int width = positive(parameters.number(0, border), 1);
        int height = positive(parameters.number(1, border), 1);
        int x = left(width);
        int y = top(height);
        boolean falling = parameters.letter(4, 'R') == 'L';
        int from = falling ? y : y + height;
        int to = falling ? y + height : y;
        Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        line.moveTo(x, from);
        line.lineTo(x + border, from);
        line.lineTo(x + border + width, to);
        line.lineTo(x + width, to);
        line.closePath();
        fill(line, ink(parameters, 3));
    }

    private void picture(Parameters parameters) {
        GraphicData data =
                GraphicData.read(
                        parameters.letter(0, 'A'),
                        parameters.number(2, 0, 0, 50_000_000),
                        parameters.number(3, 1, 1, 99_999),
                        parameters.rest(4));
        data.warning().ifPresent(bench::warn);
        data.picture().ifPresent(this::stamp);
    }

    private void recall(String name, int scaleX, int scaleY) {
        bench.memory
                .graphic(name)
                .map(picture -> Grid.scaled(picture, scaleX, scaleY))
                .ifPresentOrElse(
                        this::stamp,
                        () ->
                                bench.warn(
                                        "The graphic "
                                                + name
                                                + " is not stored in this document."));
    }

    private void stamp(Bitmap picture) {
        int x = left(picture.width());
        int y = top(picture.height());
        bench.add(page -> page.canvas().stamp(picture, x, y, Ink.BLACK));
    }
}
