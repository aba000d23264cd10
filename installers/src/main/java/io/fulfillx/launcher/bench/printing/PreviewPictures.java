package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.zpl.ZplRenderer;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.symbol.SymbolReader;
import io.fulfillx.printing.symbol.SymbolReaders;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How close the preview of ZPL comes to the reference pictures, and how fast. */
final class PreviewPictures implements Measure {
    private static final double ALLOWED_PERCENT = 1;
    private static final int ROUNDS = 20;

    /** In dots; what seems to stand in lower areas are letters taken for bars. */
    private static final int LOWEST_BARS = 20;

    private final ZplRenderer renderer = new ZplRenderer();

    @Override
    public String part() {
        return "preview";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        List<Corpus.Sample> samples = Corpus.samples();
        SymbolReader reader = SymbolReaders.best();
        int close = 0;
        int same = 0;
        double worst = 0;
        List<BenchRow> far = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (Corpus.Sample sample : samples) {
            Bitmap drawn = draw(sample, run.quick() ? 3 : ROUNDS, millis);
            Bitmap reference = Bitmaps.nearer(sample.picture(), drawn);
            double percent = Bitmaps.differing(reference, drawn);
            worst = Math.max(worst, percent);
            if (percent <= ALLOWED_PERCENT) {
                close++;
            } else {
                far.add(BenchRow.told("  over: " + sample.name(), percent, "%"));
            }
            if (payloads(reader, drawn).equals(payloads(reader, reference))) {
                same++;
            } else {
                far.add(BenchRow.told("  other symbols read: " + sample.name(), 1, "labels"));
            }
        }
        if (samples.isEmpty()) {
            return List.of();
        }
        Collections.sort(millis);
        List<BenchRow> rows = new ArrayList<>();
        int all = samples.size();
        rows.add(BenchRow.atLeast("previews with at most 1 % other dots", close, "labels", all));
        rows.add(BenchRow.atMost("worst preview", worst, "% other dots", ALLOWED_PERCENT));
        rows.add(BenchRow.atLeast("previews whose symbols read the same", same, "labels", all));
        rows.addAll(far);
        rows.add(BenchRow.atMost("preview, p50", millis.get(millis.size() / 2), "ms", 50));
        rows.add(BenchRow.told("preview, p95", millis.get(millis.size() * 95 / 100), "ms"));
        return rows;
    }

    private Bitmap draw(Corpus.Sample sample, int rounds, List<Double> millis) {
        PreviewSettings settings =
                new PreviewSettings(
                        Dpi.DPI_203, sample.picture().width(), sample.picture().height());
        Bitmap picture = renderer.render(sample.zpl(), settings).getFirst().picture();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            renderer.render(sample.zpl(), settings);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return picture;
    }

    private static List<String> payloads(SymbolReader reader, Bitmap picture) {
        return reader.read(picture).stream()
                .filter(symbol -> symbol.area().height() >= LOWEST_BARS)
                .map(symbol -> symbol.kind() + " " + symbol.aimId() + " " + symbol.payload())
                .sorted()
                .toList();
    }
}
