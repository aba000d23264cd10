package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the places that may hold bars: many changes along one axis, few along the other. Text and
 * two-dimensional symbols change along both.
 */
final class BarRegions {
    private static final int CELL = EdgeMap.CELL;

    /** Wide elements of a large symbol leave whole cells without an edge. */
    private static final int WIDEST_GAP_CELLS = 4;

    /** Letters and frames have dense edges for a shorter way. */
    private static final int SHORTEST_CELLS = 3;

    /** Room for the quiet zone, so that the first bar stands free. */
    private static final int MARGIN_DOTS = 2 * CELL;

    private BarRegions() {}

    /** The largest first. */
    static List<BarRegion> find(Bitmap picture) {
        EdgeMap edges = EdgeMap.of(picture);
        List<BarRegion> regions = new ArrayList<>(find(picture, edges, false));
        regions.addAll(find(picture, edges, true));
        regions.sort(
                Comparator.comparingInt(region -> -region.area().width() * region.area().height()));
        return regions;
    }

    private static List<BarRegion> find(Bitmap picture, EdgeMap edges, boolean lying) {
        CellBlobs blobs = new CellBlobs(edges.columns(), edges.rows());
        for (int row = 0; row < edges.rows(); row++) {
            for (int column = 0; column < edges.columns(); column++) {
                int along = edges.sideways(column, row);
                int against = edges.downwards(column, row);
                if (lying ? bars(against, along) : bars(along, against)) {
                    blobs.mark(column, row);
                }
            }
        }
        blobs.joinLines(lying, WIDEST_GAP_CELLS, SHORTEST_CELLS);
        List<BarRegion> regions = new ArrayList<>();
        for (Symbol.Area box : blobs.boxes()) {
            regions.add(new BarRegion(inDots(box, lying, picture), lying));
        }
        return regions;
    }

    private static boolean bars(int along, int against) {
        return along >= 10 && along * 2 >= against * 5;
    }

    private static Symbol.Area inDots(Symbol.Area box, boolean lying, Bitmap picture) {
        int sideways = lying ? 0 : MARGIN_DOTS;
        int downwards = lying ? MARGIN_DOTS : 0;
        int left = Math.max(0, box.x() * CELL - sideways);
        int top = Math.max(0, box.y() * CELL - downwards);
        int right = Math.min(picture.width(), (box.x() + box.width()) * CELL + sideways);
        int bottom = Math.min(picture.height(), (box.y() + box.height()) * CELL + downwards);
        return new Symbol.Area(left, top, right - left, bottom - top);
    }
}
