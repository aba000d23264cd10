package io.fulfillx.printing.symbol;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.MultiFormatOneDReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows bars without dot gain to the linear decoders of ZXing. */
final class ZxingBars {
    private static final int STEPS = 4;
    private static final int MARGIN = 40;
    private static final Map<DecodeHintType, ?> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.ASSUME_GS1, true);

    private ZxingBars() {}

    /** Every symbol among the bars. */
    static List<LinearHit> decode(Bars bars) {
        List<LinearHit> hits = new ArrayList<>();
        decode(bars, 0, bars.size(), hits);
        return hits;
    }

    private static void decode(Bars bars, int from, int to, List<LinearHit> hits) {
        if (to - from < 20) {
            return;
        }
        Optional<LinearHit> hit = first(bars, from, to);
        if (hit.isPresent()) {
            hits.add(hit.get());
            int end = hit.get().first() + hit.get().count();
            decode(bars, from, hit.get().first() - 1, hits);
            decode(bars, end + 1, to, hits);
        }
    }

    private static Optional<LinearHit> first(Bars bars, int from, int to) {
        int size = (int) Math.ceil(bars.sum(from, to - from)) + 1 + 2 * MARGIN;
        BitArray row = new BitArray(size * STEPS);
        double x = MARGIN;
        for (int i = from; i < to; i++) {
            double end = x + bars.width(i);
            if (i % 2 == 0) {
                row.setRange((int) Math.round(x * STEPS), (int) Math.round(end * STEPS));
            }
            x = end;
        }
        return read(row, false)
                .or(() -> read(row, true))
                .flatMap(result -> hit(result, bars, from, to));
    }

    private static Optional<Result> read(BitArray row, boolean reversed) {
        BitArray line = row;
        if (reversed) {
            line = row.clone();
            line.reverse();
        }
        try {
            Result result = new MultiFormatOneDReader(HINTS).decodeRow(0, line, HINTS);
            if (result.getBarcodeFormat() == BarcodeFormat.UPC_EAN_EXTENSION) {
                return Optional.empty();
            }
            if (!reversed) {
                return Optional.of(result);
            }
            var points = result.getResultPoints();
            for (int i = 0; i < points.length; i++) {
                points[i] =
                        new com.google.zxing.ResultPoint(
                                row.getSize() - 1 - points[i].getX(), points[i].getY());
            }
            return Optional.of(result);
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static Optional<LinearHit> hit(Result result, Bars bars, int from, int to) {
        Symbol.Area area = ZxingSymbol.area(result);
        int first = element(bars, from, to, area.x());
        int last = element(bars, from, to, area.x() + area.width());
        double thin = bars.sum(first, last - first + 1) / (last - first + 1) / 2;
        first -= first % 2;
        while (first - 2 >= from && bars.whiteBefore(first) < 5 * thin) {
            first -= 2;
        }
        last -= last % 2;
        while (last + 2 < to && bars.whiteAfter(last) < 5 * thin) {
            last += 2;
        }
        int begin = first;
        int count = last - first + 1;
        return ZxingSymbol.of(result, area)
                .map(
                        symbol ->
                                new LinearHit(
                                        symbol.kind(),
                                        symbol.aimId(),
                                        symbol.payload(),
                                        begin,
                                        count));
    }

    private static int element(Bars bars, int from, int to, double x) {
        double at = MARGIN;
        for (int i = from; i < to; i++) {
            at += bars.width(i);
            if (at * STEPS >= x) {
                return i;
            }
        }
        return to - 1;
    }
}
