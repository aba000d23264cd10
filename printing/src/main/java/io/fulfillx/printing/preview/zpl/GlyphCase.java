package io.fulfillx.printing.preview.zpl;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Characters already drawn, ready to be stamped. For any number of threads. */
final class GlyphCase {
    /** Characters may stand on quarters of a dot along the line. */
    static final int STEPS = 4;

    private static final int MOST = 20_000;

    private record Sort(TextStyle style, int codePoint, int step) {}

    private final Map<Sort, Optional<OutlineFiller.Spot>> sorts = new ConcurrentHashMap<>();

    /**
     * @param step quarters of a dot the character stands right of, or below, the grid
     * @return empty for a space
     */
    Optional<OutlineFiller.Spot> glyph(TextStyle style, int codePoint, int step) {
        if (sorts.size() > MOST) {
            sorts.clear();
        }
        return sorts.computeIfAbsent(new Sort(style, codePoint, step), GlyphCase::draw);
    }

    private static Optional<OutlineFiller.Spot> draw(Sort sort) {
        TextStyle style = sort.style;
        Path2D outline =
                style.face().outline(sort.codePoint).orElseGet(() -> box(style, sort.codePoint));
        double shift = sort.step / (double) STEPS;
        AffineTransform place = new AffineTransform();
        if (style.quarters() % 2 == 0) {
            place.translate(shift, 0);
        } else {
            place.translate(0, shift);
        }
        place.quadrantRotate(style.quarters());
        place.scale(style.height() * style.stretch(), -style.height());
        return OutlineFiller.fill(new Path2D.Double(outline, place));
    }

    /** What stands for a character nobody can draw. */
    private static Path2D box(TextStyle style, int codePoint) {
        double right = style.face().advance(codePoint) - 0.08;
        Path2D box = new Path2D.Double(Path2D.WIND_NON_ZERO);
        frame(box, 0.08, 0, right, 0.7);
        frame(box, 0.14, 0.64, right - 0.06, 0.06);
        return box;
    }

    private static void frame(Path2D path, double left, double from, double right, double to) {
        path.moveTo(left, from);
        path.lineTo(left, to);
        path.lineTo(right, to);
        path.lineTo(right, from);
        path.closePath();
    }
}
