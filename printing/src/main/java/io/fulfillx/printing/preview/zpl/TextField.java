package io.fulfillx.printing.preview.zpl;

import java.util.List;
import java.util.Optional;

/** Text at its place, in one line or in a block. */
record TextField(String text, Place place, TextStyle style, Optional<Block> block)
        implements Drawing {
    @Override
    public void on(Page page) {
        if (block.isPresent()) {
            paragraph(page, block.get());
        } else {
            line(page);
        }
    }

    private void line(Page page) {
        String flat = text.replace('\n', ' ');
        double length = style.length(flat);
        double x = place.next() ? page.nextX() : place.x();
        double y = place.next() ? page.nextY() : place.y();
        if (place.typeset()) {
            page.continueAt(along(x, length, 0), along(y, length, 1));
        } else {
            double height = style.height();
            switch (style.quarters()) {
                case 0 -> y += 0.75 * height;
                case 1 -> x += 0.25 * height;
                case 2 -> {
                    x += length;
                    y += 0.25 * height;
                }
                default -> {
                    x += 0.75 * height;
                    y += length;
                }
            }
        }
        double back = place.rightJustified() ? -length : 0;
        page.write(flat, along(x, back, 0), along(y, back, 1), style);
    }

    /** A coordinate after so many dots along the line. */
    private double along(double from, double dots, int axis) {
        int quarters = style.quarters();
        return quarters % 2 == axis ? from + (quarters < 2 ? dots : -dots) : from;
    }

    /** A coordinate after so many dots towards the next line. */
    private double down(double from, double dots, int axis) {
        int quarters = style.quarters();
        if (quarters % 2 == axis) {
            return from;
        }
        return quarters == 0 || quarters == 3 ? from + dots : from - dots;
    }

    private void paragraph(Page page, Block block) {
        List<LineBreaker.Line> lines = LineBreaker.lines(text, style, block);
        double pitch = style.height() + block.spacing();
        double more = (block.lines() - 1) * pitch;
        double x = place.next() ? page.nextX() : place.x();
        double y = place.next() ? page.nextY() : place.y();
        double height = style.height();
        if (place.typeset()) {
            x = down(x, -more, 0);
            y = down(y, -more, 1);
        } else {
            switch (style.quarters()) {
                case 0 -> y += 0.75 * height;
                case 1 -> x += 0.25 * height + more;
                case 2 -> {
                    x += block.width();
                    y += 0.25 * height + more;
                }
                default -> {
                    x += 0.75 * height;
                    y += block.width();
                }
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (block.cut() && i >= block.lines()) {
                break;
            }
            double row = Math.min(i, block.lines() - 1) * pitch;
            line(page, lines.get(i), i > 0, down(x, row, 0), down(y, row, 1));
        }
    }

    private void line(Page page, LineBreaker.Line line, boolean later, double x, double y) {
        Block shape = block.orElseThrow();
        int indent = later ? shape.indent() : 0;
        double free = shape.width() - indent - style.length(line.text());
        switch (shape.justification()) {
            case 'C' -> write(page, line.text(), x, y, indent + free / 2);
            case 'R' -> write(page, line.text(), x, y, indent + free);
            case 'J' -> {
                if (line.last() || line.text().indexOf(' ') < 0) {
                    write(page, line.text(), x, y, indent);
                } else {
                    spread(page, line.text(), x, y, indent);
                }
            }
            default -> write(page, line.text(), x, y, indent);
        }
    }

    private void spread(Page page, String text, double x, double y, int indent) {
        String[] words = text.strip().split(" +");
        double ink = 0;
        for (String word : words) {
            ink += style.length(word);
        }
        double gap = (block.orElseThrow().width() - indent - ink) / Math.max(1, words.length - 1);
        double at = indent;
        for (String word : words) {
            write(page, word, x, y, at);
            at += style.length(word) + gap;
        }
    }

    private void write(Page page, String text, double x, double y, double offset) {
        page.write(text, along(x, offset, 0), along(y, offset, 1), style);
    }
}
