package io.fulfillx.printing.preview.zpl;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Optional;

/** The symbols font: A registered, B copyright, C trade mark, D and E approvals. */
final class ApprovalMarks implements Typeface {
    private static final double RING = 0.06;

    private final Typeface letters;

    ApprovalMarks(Typeface letters) {
        this.letters = letters;
    }

    @Override
    public double advance(int codePoint) {
        return 1;
    }

    @Override
    public Optional<Path2D> outline(int codePoint) {
        Path2D mark = new Path2D.Double(Path2D.WIND_NON_ZERO);
        switch (codePoint) {
            case 'A' -> circled(mark, "R");
            case 'B' -> circled(mark, "C");
            case 'C' -> word(mark, "TM", 0.05, 0.35, 0.4);
            case 'D' -> circled(mark, "UL");
            case 'E' -> circled(mark, "SA");
            default -> {}
        }
        return Optional.of(mark);
    }

    private void circled(Path2D mark, String text) {
        mark.append(new Ellipse2D.Double(0.05, -0.15, 0.9, 0.9), false);
        Path2D hole = new Path2D.Double(new Ellipse2D.Double(-0.39, -0.39, 0.78, 0.78));
        hole.transform(new AffineTransform(-1, 0, 0, 1, 0.5, 0.3));
        mark.append(hole, false);
        double size = text.length() == 1 ? 0.75 : 0.55;
        word(mark, text, 0.5 - RING - size * 0.23 * text.length() + RING, 0.3 - size * 0.37, size);
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
