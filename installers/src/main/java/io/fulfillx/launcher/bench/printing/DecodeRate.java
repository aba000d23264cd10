package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.symbol.GridRedraw;
import io.fulfillx.printing.symbol.LinearReader;
import io.fulfillx.printing.symbol.Symbol;
import io.fulfillx.printing.symbol.SymbolReader;
import io.fulfillx.printing.symbol.SymbolReaders;
import io.fulfillx.printing.symbol.Symbology;
import io.fulfillx.printing.symbol.Wear;
import io.fulfillx.printing.symbol.ZxingReader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How many symbols are still read after wear: printed by our pipeline, and by a plain threshold.
 * Each is worn at once by a gain of -1, 0 or 1 dot, up to two degrees of skew and five percent of
 * dead dots.
 */
final class DecodeRate implements Measure {
    private static final int[] MODULES_MICROMETERS = {190, 210, 230, 250, 270, 300, 330, 380};

    /** Modules of two-dimensional symbols are designed larger than those of bars. */
    private static final double SQUARE_TIMES = 1.5;

    private static final double DOT_MICROMETERS = 125;

    /** Bars of a label that are lower are not counted. */
    private static final int LOWEST_DOTS = 20;

    private static final double[] SCALES = {0.93, 1.07};

    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private int leftOut;

    @Override
    public String part() {
        return "decode";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        counts.clear();
        leftOut = 0;
        Random random = new Random(7);
        for (int round = 0; round < (run.quick() ? 1 : 12); round++) {
            for (int module : MODULES_MICROMETERS) {
                small(module / DOT_MICROMETERS, random);
            }
        }
        List<Corpus.Sample> samples = Corpus.samples();
        for (int i = 0; i < samples.size(); i += run.quick() ? 5 : 1) {
            corpus(samples.get(i), SCALES[i % SCALES.length], random);
        }
        return report();
    }

    private void small(double module, Random random) {
        for (SmallSymbols.Sample sample : SmallSymbols.of(random)) {
            Wanted wanted = new Wanted(sample.kind(), sample.payload());
            double size = wanted.linear() ? module : module * SQUARE_TIMES;
            FinePage page = FinePage.of(sample.symbol(), 812, 406, size, random.nextDouble());
            check(page, List.of(wanted), random);
        }
    }

    private void corpus(Corpus.Sample sample, double scale, Random random) {
        List<Symbol> all = SymbolReaders.best().read(sample.picture());
        List<Wanted> wanted =
                all.stream()
                        .filter(symbol -> printable(sample.picture(), symbol.area()))
                        .map(symbol -> new Wanted(symbol.kind(), symbol.payload()))
                        .toList();
        leftOut += all.size() - wanted.size();
        if (!wanted.isEmpty()) {
            check(FinePage.of(sample.picture(), scale), wanted, random);
        }
    }

    /** Whether bars are not too low, and no element is so thin that a gain of a dot ends it. */
    private static boolean printable(Bitmap picture, Symbol.Area area) {
        if (Math.min(area.width(), area.height()) < LOWEST_DOTS) {
            return false;
        }
        boolean lying = area.height() > 2 * area.width();
        int length = lying ? area.height() : area.width();
        int run = 0;
        int shortest = length;
        boolean before = true;
        for (int i = 0; i < length; i++) {
            boolean black =
                    lying
                            ? picture.get(area.x() + area.width() / 2, area.y() + i)
                            : picture.get(area.x() + i, area.y() + area.height() / 2);
            if (black != before && run > 0) {
                shortest = Math.min(shortest, run);
                run = 0;
            }
            run++;
            before = black;
        }
        return shortest > 1;
    }

    private void check(FinePage page, List<Wanted> wanted, Random random) {
        Bitmap plain = page.threshold();
        Bitmap ours = GridRedraw.redraw(page.image(), plain).picture();
        for (int gain = -1; gain <= 1; gain++) {
            double skew = random.nextInt(5) - 2;
            Wear wear = new Wear(gain, skew, 0.05, random.nextLong());
            count("ours", wear.on(ours), wanted);
            count("plain", wear.on(plain), wanted);
        }
    }

    private void count(String pipeline, Bitmap worn, List<Wanted> wanted) {
        count(
                pipeline + ", our linear decoder",
                new LinearReader(),
                worn,
                wanted.stream().filter(Wanted::linear).toList());
        count(pipeline + ", ZXing", new ZxingReader(), worn, wanted);
    }

    private void count(String row, SymbolReader reader, Bitmap worn, List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        List<Wanted> left = new ArrayList<>(wanted);
        for (Symbol symbol : reader.read(worn)) {
            left.remove(new Wanted(symbol.kind(), symbol.payload()));
        }
        int[] count = counts.computeIfAbsent(row, name -> new int[2]);
        count[0] += wanted.size() - left.size();
        count[1] += wanted.size();
    }

    private List<BenchRow> report() {
        List<BenchRow> rows = new ArrayList<>();
        for (String decoder : List.of("our linear decoder", "ZXing")) {
            double ours = rate("ours, " + decoder);
            double plain = rate("plain, " + decoder);
            rows.add(BenchRow.atLeast("decoded after wear, " + decoder, ours, "%", 99.5));
            rows.add(BenchRow.told("same, plain threshold", plain, "%"));
            rows.add(BenchRow.atLeast("above plain threshold", ours - plain, "points", 0.01));
            rows.add(
                    BenchRow.told(
                            "symbols read",
                            counts.getOrDefault("ours, " + decoder, new int[2])[1],
                            "symbols"));
        }
        rows.add(BenchRow.told("symbols too fine or too low to count", leftOut, "symbols"));
        return rows;
    }

    private double rate(String row) {
        int[] count = counts.getOrDefault(row, new int[] {0, 1});
        return 100.0 * count[0] / count[1];
    }

    /** A symbol that must be read. */
    private record Wanted(Symbology kind, String payload) {
        boolean linear() {
            return switch (kind) {
                case CODE_128, CODE_39, CODE_93, CODABAR, ITF, EAN_13, EAN_8, UPC_A, UPC_E -> true;
                case DATABAR, DATA_MATRIX, QR_CODE, AZTEC, PDF_417, MAXICODE -> false;
            };
        }
    }
}
