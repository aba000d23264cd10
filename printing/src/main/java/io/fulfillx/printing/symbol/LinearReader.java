package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads bars with our own decoders, without any library. */
public final class LinearReader implements SymbolReader {
    private static final LinearScan SCAN = new LinearScan(LinearReader::decode);

    @Override
    public List<Symbol> read(Bitmap picture) {
        return SymbolReaders.union(
                List.of(), SCAN.scan(picture).stream().map(LinearFind::symbol).toList());
    }

    /** Every symbol among the bars, read in either direction. */
    static List<LinearHit> decode(Bars bars) {
        List<LinearHit> hits = forward(bars);
        if (!hits.isEmpty()) {
            return hits;
        }
        int size = bars.size();
        return forward(bars.mirrored()).stream()
                .map(
                        hit ->
                                new LinearHit(
                                        hit.kind(),
                                        hit.aimId(),
                                        hit.payload(),
                                        size - hit.first() - hit.count(),
                                        hit.count()))
                .toList();
    }

    private static List<LinearHit> forward(Bars bars) {
        List<LinearHit> hits = new ArrayList<>();
        int at = 0;
        while (at < bars.size()) {
            Optional<LinearHit> hit = first(bars, at);
            hit.ifPresent(hits::add);
            at = hit.isPresent() ? at + hit.get().count() + 1 : at + 2;
        }
        return hits;
    }

    private static Optional<LinearHit> first(Bars bars, int at) {
        for (LinearCode code : LinearCode.ALL) {
            Optional<LinearHit> hit = code.readAt(bars, at);
            if (hit.isPresent()) {
                return hit;
            }
        }
        return Optional.empty();
    }
}
