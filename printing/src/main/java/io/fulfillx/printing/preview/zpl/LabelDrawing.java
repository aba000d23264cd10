package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the label on the bench. */
final class LabelDrawing {
    /** Labels with serial numbers are drawn one by one, up to so many. */
    private static final int MOST_SERIALS = 100;

    private final Workbench bench;
    private final PreviewSettings settings;
    private final GlyphCase glyphs;

    LabelDrawing(Workbench bench, PreviewSettings settings, GlyphCase glyphs) {
        this.bench = bench;
        this.settings = settings;
        this.glyphs = glyphs;
    }

    List<RenderedLabel> print(LabelCommands.Quantity quantity) {
        boolean serial =
                bench.items().stream()
                        .anyMatch(
                                item ->
                                        item instanceof LabelItem.Open open
                                                && open.field().serial.isPresent());
        if (!serial) {
            return List.of(label(0, quantity.total()));
        }
        List<RenderedLabel> labels = new ArrayList<>();
        int left = quantity.total();
        for (int step = 0; left > 0 && step < MOST_SERIALS; step++) {
            int copies = Math.min(left, quantity.same());
            left -= copies;
            labels.add(label(step, copies));
        }
        return labels;
    }

    private RenderedLabel label(int step, int copies) {
        Modes modes = bench.modes;
        int wide = settings.width();
        int narrow = modes.printWidth > 0 ? Math.min(wide, modes.printWidth) : wide;
        Page page = new Page(narrow, settings.height(), glyphs);
        for (LabelItem item : bench.items()) {
            drawing(item, step).ifPresent(drawing -> page.draw(drawing, item.reversed()));
        }
        Bitmap picture = page.result().bitmap();
        if (modes.mirrored) {
            picture = mirrored(picture);
        }
        int left = (wide - narrow) / 2 - modes.shiftLeft;
        if (left != 0 || modes.shiftDown != 0 || narrow != wide) {
            Canvas paper = new Canvas(wide, settings.height());
            paper.stamp(picture, left, modes.shiftDown, Ink.BLACK);
            picture = paper.bitmap();
        }
        if (modes.inverted) {
            picture = picture.turned(2);
        }
        return new RenderedLabel(picture, copies, List.copyOf(bench.warnings()));
    }

    private Optional<Drawing> drawing(LabelItem item, int step) {
        return switch (item) {
            case LabelItem.Fixed fixed -> Optional.of(fixed.drawing());
            case LabelItem.Open open -> set(open, step);
        };
    }

    private Optional<Drawing> set(LabelItem.Open open, int step) {
        FieldDraft field = open.field();
        String data = field.data.orElse("");
        if (field.serial.isPresent()) {
            data = field.serial.get().at(data, step);
        }
        try {
            return open.setter().set(field, data, bench.numbers());
        } catch (RuntimeException e) {
            // The libraries refuse data in many ways; none of them may cost the rest of the label.
            bench.warn("A bar code is left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Bitmap mirrored(Bitmap picture) {
        Bitmap mirror = new Bitmap(picture.width(), picture.height());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (picture.get(x, y)) {
                    mirror.set(picture.width() - 1 - x, y, true);
                }
            }
        }
        return mirror;
    }
}
