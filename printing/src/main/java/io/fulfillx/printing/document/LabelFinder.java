package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.GrayImage;
import io.fulfillx.printing.raster.Media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the labels on a sheet. Ink is grouped at several widths of white gap; of these groupings
 * the one wins whose groups hold the sheet's bars and look most like labels: in shape, in size, and
 * by a frame or cut line around them.
 */
final class LabelFinder {
    private static final double MILLIMETERS_PER_INCH = 25.4;

    /** White gaps in cells, about millimeters, that may lie inside one label. */
    private static final int[] GAPS = {1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22};

    /** A page this much smaller or larger than the media is a label, not a sheet. */
    private static final double SMALLEST_PAGE = 0.8;

    private static final double LARGEST_PAGE = 1.1;

    /** About ten by three millimeters of bars; less is chance. */
    private static final int FEWEST_BARS = 30;

    /** Wide enough for the spaces between words. */
    private static final int SMALL_PRINT_GAP = 2;

    private static final double MOST_INKED = 0.8;

    /** A frame larger than this is the border of the sheet. */
    private static final double SHEET_BORDER = 1.6;

    private final InkGrid grid;
    private final LabelShape shape;

    private LabelFinder(InkGrid grid, LabelShape shape) {
        this.grid = grid;
        this.shape = shape;
    }

    /** Empty when the page is white. */
    static List<Region> find(GrayImage page, double unitsPerInch, Media media) {
        boolean sized = unitsPerInch > 0;
        int cell = sized ? (int) Math.max(1, Math.round(unitsPerInch / MILLIMETERS_PER_INCH)) : 4;
        InkGrid grid = new InkGrid(page, cell);
        if (grid.ink(grid.all()) == 0) {
            return List.of();
        }
        Box paper = new Box(0, 0, page.width(), page.height());
        Box content = grid.pixels(grid.all());
        if (!sized) {
            return List.of(new Region(content, paper));
        }
        LabelShape shape = LabelShape.of(media, unitsPerInch / cell);
        double size = shape.size(grid.all());
        if (size <= LARGEST_PAGE) {
            boolean label = size >= SMALLEST_PAGE && shape.likeness(grid.all()) >= SMALLEST_PAGE;
            return List.of(new Region(content, label ? paper : content));
        }
        grid.eraseFrames(box -> shape.size(box) > SHEET_BORDER);
        List<Region> regions = new ArrayList<>();
        for (Box box : new LabelFinder(grid, shape).labels()) {
            Box tight = grid.pixels(box);
            regions.add(new Region(tight, tight));
        }
        return regions.isEmpty() ? List.of(new Region(content, content)) : regions;
    }

    private List<Box> labels() {
        int bars = grid.bars(grid.all());
        List<Box> best = List.of();
        double most = 0;
        for (int gap : GAPS) {
            List<Box> likely = likely(grid.groups(gap), bars >= FEWEST_BARS);
            double score = score(likely, bars);
            if (score > most) {
                most = score;
                best = likely;
            }
        }
        return completed(best, grid.groups(SMALL_PRINT_GAP));
    }

    /** Small parts that fill the media together are one label with a wide white field. */
    private List<Box> joined(List<Box> labels) {
        List<Box> joined = new ArrayList<>(labels);
        for (int i = 0; i < joined.size(); i++) {
            for (int k = joined.size() - 1; k > i; k--) {
                Box both = joined.get(i).with(joined.get(k));
                if (shape.part(joined.get(i)) && shape.part(joined.get(k)) && shape.whole(both)) {
                    joined.set(i, both);
                    joined.remove(k);
                }
            }
        }
        return joined;
    }

    /** Small print far from the last rule still belongs to a label if it fits its media. */
    private List<Box> completed(List<Box> labels, List<Box> groups) {
        List<Box> completed = new ArrayList<>(labels);
        for (Box group : groups) {
            for (int i = 0; i < completed.size(); i++) {
                Box label = completed.get(i);
                Box both = label.with(group);
                if (grid.framed(label) < LabelShape.FRAMED
                        && aligned(group, label)
                        && completed.stream()
                                .noneMatch(other -> !other.equals(label) && other.overlaps(both))
                        && shape.size(both) <= Math.max(LabelShape.WHOLE, shape.size(label))
                        && shape.likeness(both) >= shape.likeness(label)) {
                    completed.set(i, both);
                }
            }
        }
        return completed;
    }

    private static boolean aligned(Box group, Box label) {
        boolean across = group.left() >= label.left() - 2 && group.right() <= label.right() + 2;
        boolean down = group.top() >= label.top() - 2 && group.bottom() <= label.bottom() + 2;
        return across || down;
    }

    /** Those that may be labels; a second one must be about as large as the first. */
    private List<Box> likely(List<Box> groups, boolean withBars) {
        List<Box> parts = new ArrayList<>();
        for (Box box : groups) {
            boolean proved =
                    withBars
                            ? grid.bars(box) >= FEWEST_BARS
                            : hollow(box) && grid.framed(box) >= LabelShape.FRAMED;
            if (proved && shape.likely(box)) {
                parts.add(box);
            }
        }
        List<Box> candidates = joined(parts);
        long largest = candidates.stream().mapToLong(Box::area).max().orElse(0);
        candidates.removeIf(box -> box.area() * 10 < largest * 7);
        candidates.sort(Comparator.<Box>comparingInt(Box::top).thenComparingInt(Box::left));
        return candidates;
    }

    /** A large square symbol has ink along its edges too, and everywhere inside. */
    private boolean hollow(Box box) {
        return grid.ink(box) < MOST_INKED * box.area();
    }

    private double score(List<Box> groups, int bars) {
        double score = 0;
        for (Box box : groups) {
            double share =
                    bars >= FEWEST_BARS
                            ? (double) grid.bars(box) / bars
                            : (double) grid.ink(box) / grid.ink(grid.all());
            score += share * shape.quality(box, grid.framed(box));
        }
        return score;
    }
}
