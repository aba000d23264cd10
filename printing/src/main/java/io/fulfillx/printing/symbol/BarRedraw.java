package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws linear symbols again on whole dots. */
final class BarRedraw {
    private static final LinearScan SCAN = new LinearScan(LinearReader::decode);
    private static final int QUIET_MODULES = 9;

    private final LinearFind find;
    private final ModuleRow row;

    /** The symbol's extent in the target: along the scan line and along the bars. */
    private final double from;

    private final double to;
    private final int low;
    private final int high;

    private BarRedraw(LinearFind find, ModuleRow row, PageScale scale) {
        this.find = find;
        this.row = row;
        Symbol.Area region = find.region().area();
        double first = find.bars().start(find.first());
        double last = find.bars().end(find.first() + find.hit().count() - 1);
        boolean lying = find.region().lying();
        double along = lying ? scale.down() : scale.across();
        double against = lying ? scale.across() : scale.down();
        from = (lying ? region.y() + region.height() - last : region.x() + first) / along;
        to = (lying ? region.y() + region.height() - first : region.x() + last) / along;
        int side = lying ? region.x() : region.y();
        low = (int) Math.round((side + find.upright().y()) / against);
        high = (int) Math.round((side + find.upright().y() + find.upright().height()) / against);
    }

    /** Redraws what can be proved in a region of the target; gives the symbols redrawn. */
    static List<Symbol> redraw(
            BufferedImage page, PageScale scale, BarRegion region, Bitmap target) {
        BarRegion fine = new BarRegion(scale.onPage(region.area()), region.lying());
        Dots dots = Dots.of(page, fine.area());
        Dots upright = fine.lying() ? dots.turned() : dots;
        List<Symbol> redrawn = new ArrayList<>();
        for (LinearFind find : SCAN.straight(fine, upright)) {
            ModuleRow.of(find)
                    .flatMap(row -> new BarRedraw(find, row, scale).draw(target))
                    .ifPresent(redrawn::add);
        }
        return redrawn;
    }

    private Optional<Symbol> draw(Bitmap target) {
        int module =
                WholeModule.ofBars((to - from) / row.modules(), larger -> fits(target, larger));
        if (module == 0 || high - low < 8) {
            return Optional.empty();
        }
        int start = start(module);
        int end = start + row.dots(module);
        int clearFrom = Math.min(start, (int) Math.floor(from));
        int clearTo = Math.max(end, (int) Math.ceil(to));
        Bitmap before = crop(target, clearFrom, clearTo);
        fill(target, clearFrom, clearTo, false);
        int at = start;
        for (int i = 0; i < row.widths().size(); i++) {
            int next = at + row.dots(i, module);
            if (i % 2 == 0) {
                fill(target, at, next, true);
            }
            at = next;
        }
        Optional<Symbol> proof = proof(target, start, end, QUIET_MODULES * module);
        if (proof.isEmpty()) {
            restore(target, before, clearFrom);
        }
        return proof;
    }

    private int start(int module) {
        return (int) Math.round((from + to - row.dots(module)) / 2);
    }

    /** Whether a larger module leaves the quiet zone white. */
    private boolean fits(Bitmap target, int module) {
        int start = start(module);
        int end = start + row.dots(module);
        int quiet = QUIET_MODULES * module;
        int length = find.region().lying() ? target.height() : target.width();
        return start >= quiet / 2
                && end + quiet / 2 <= length
                && white(target, start - quiet, (int) Math.floor(from) - 1)
                && white(target, (int) Math.ceil(to) + 1, end + quiet);
    }

    private boolean white(Bitmap target, int begin, int end) {
        for (int along = begin; along < end; along++) {
            for (int against = low; against < high; against++) {
                boolean black =
                        find.region().lying()
                                ? target.get(against, along)
                                : target.get(along, against);
                if (black) {
                    return false;
                }
            }
        }
        return true;
    }

    private Symbol.Area area(int begin, int end) {
        return find.region().lying()
                ? new Symbol.Area(low, begin, high - low, end - begin)
                : new Symbol.Area(begin, low, end - begin, high - low);
    }

    private void fill(Bitmap target, int begin, int end, boolean black) {
        Symbol.Area area = area(begin, end);
        target.fill(area.x(), area.y(), area.width(), area.height(), black);
    }

    private Bitmap crop(Bitmap target, int begin, int end) {
        Symbol.Area area = area(begin, end);
        return target.crop(area.x(), area.y(), area.width(), area.height());
    }

    private void restore(Bitmap target, Bitmap before, int begin) {
        Symbol.Area corner = area(begin, begin + 1);
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                target.set(corner.x() + x, corner.y() + y, before.get(x, y));
            }
        }
    }

    /** The symbol read again: the same data by the same modules. */
    private Optional<Symbol> proof(Bitmap target, int start, int end, int quiet) {
        BarRegion region = new BarRegion(area(start - quiet, end + quiet), find.region().lying());
        for (LinearFind again : SCAN.straight(region, region.upright(target))) {
            boolean same =
                    again.hit().kind() == find.hit().kind()
                            && again.hit().payload().equals(find.hit().payload())
                            && again.hit().aimId().equals(find.hit().aimId())
                            && ModuleRow.of(again).filter(row::same).isPresent();
            if (same) {
                return Optional.of(again.symbol());
            }
        }
        return Optional.empty();
    }
}
