package io.fulfillx.printing.preview.zpl;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Optional;

/** The symbols font: A registered, B copyright, C trade mark, D and E approvals. */
final class ApprovalMarks implements Typeface {
    private static final double ADVANCE = 1.12;

    private final Typeface letters;

    ApprovalMarks(Typeface letters) {
        this.letters = letters;
    }

    @Override
    public double advance(int codePoint) {
        return ADVANCE;
    }

    @Override
    public Optional<Path2D> outline(int codePoint) {
        Path2D mark = new Path2D.Double(Path2D.WIND_NON_ZERO);
        switch (codePoint) {
            case 'A' -> {
                ring(mark, 0.36, 0.55, 0.31, 0.06);
                word(mark, "R", 0.22, 0.38, 0.45);
            }
            case 'B' -> {
                ring(mark, 0.36, 0.55, 0.31, 0.06);
                word(mark, "C", 0.22, 0.38, 0.45);
            }
            case 'C' -> word(mark, "TM", 0.05, 0.43, 0.56);
            case 'D' -> {
                ring(mark, 0.57, 0.41, 0.5, 0.1);
                word(mark, "U", 0.32, 0.27, 0.5);
                word(mark, "L", 0.6, 0.12, 0.5);
            }
            case 'E' -> {
                ring(mark, 0.57, 0.41, 0.5, 0.12);
                word(mark, "SA", 0.24, 0.14, 0.7);
            }
            default -> {}
        }
        return Optional.of(mark);
    }

    private static void ring(Path2D mark, double x, double y, double radius, double thickness) {
        circle(mark, x, y, radius, 1);
        circle(mark, x, y, radius - thickness, -1);
    }

    private static void circle(Path2D mark, double x, double y, double radius, int direction) {
        Ellipse2D circle = new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
        AffineTransform place = new AffineTransform(direction, 0, 0, 1, x, y);
        mark.append(circle.getPathIterator(place), false);
    }

    private void word(Path2D mark, String text, double x, double y, double size) {
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            AffineTransform place = new AffineTransform(size, 0, 0, size, at, y);
            letters.outline(text.charAt(i))
                    .ifPresent(path -> mark.append(path.getPathIterator(place), false));
            at += letters.advance(text.charAt(i)) * size;
        }
    }
}
