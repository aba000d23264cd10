package io.fulfillx.printing.preview;

import io.fulfillx.printing.preview.zpl.ZplRenderer;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;

import java.util.ArrayList;
import java.util.List;

/** Ink collected for one label and put on paper only when somebody looks. */
final class Page {
    private static final int MOST_INKS = 50_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final int WIDEST = 6_000;
    private static final int LONGEST = 20_000;

    /** One thing to draw. */
    interface Ink {
        void put(Bitmap paper);
    }

    private final List<Ink> inks = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long bytes;

    /**
     * @param weight bytes it keeps alive
     */
    void add(int weight, Ink ink) {
        if (inks.size() >= MOST_INKS || bytes + weight > MOST_BYTES) {
            warn("The label is too large for the printer's memory.");
            return;
        }
        bytes += weight;
        inks.add(ink);
    }

    void add(Ink ink) {
        add(0, ink);
    }

    /** Texts and bar codes, as fields of ZPL; those that follow each other are drawn together. */
    void sketch(Dpi dpi, String fields) {
        boolean joins = !inks.isEmpty() && inks.getLast() instanceof Sketched;
        String before = joins ? ((Sketched) inks.removeLast()).fields() : "";
        add(fields.length(), new Sketched(dpi, before + fields));
    }

    private record Sketched(Dpi dpi, String fields) implements Ink {
        @Override
        public void put(Bitmap paper) {
            PreviewSettings same =
                    new PreviewSettings(
                            dpi, Math.max(8, paper.width()), Math.max(8, paper.height()));
            for (RenderedLabel drawn : new ZplRenderer().render(Sketch.document(fields), same)) {
                Bitmap dots = drawn.picture();
                new Stamp(dots.bytesPerRow(), dots.height(), dots.rows())
                        .ink(0, 0, Stamp.Mode.OR)
                        .put(paper);
            }
        }
    }

    void warn(String sentence) {
        if (warnings.size() < 100 && !warnings.contains(sentence)) {
            warnings.add(sentence);
        }
    }

    boolean blank() {
        return inks.isEmpty();
    }

    void clear() {
        inks.clear();
        warnings.clear();
        bytes = 0;
    }

    /** What is on it now, on paper of this many dots; later ink does not show. */
    Drawing drawing(int width, int height, int copies) {
        List<Ink> now = List.copyOf(inks);
        List<String> told = List.copyOf(warnings);
        int across = Math.clamp(width, 1, WIDEST);
        int down = Math.clamp(height, 1, LONGEST);
        return () -> {
            Bitmap paper = new Bitmap(across, down);
            now.forEach(ink -> ink.put(paper));
            return new RenderedLabel(paper, copies, told);
        };
    }
}
