package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.bench.printing.Corpus.Sample;
import io.fulfillx.printing.language.LabelEncoder;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.language.RasterForm;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How many bytes a carrier's label takes as a picture, and how long it takes to pack it. */
final class RasterBytes implements Measure {
    /** The samples that are whole labels of carriers; the others show one feature each. */
    private static final Set<String> CARRIER_LABELS =
            Set.of(
                    "amazon",
                    "dhlecommercetr",
                    "dhlpaket",
                    "dpdpl",
                    "glsdk_return",
                    "jcpenney",
                    "labelary",
                    "pocztex",
                    "porterbuddy",
                    "return_qrcode",
                    "ups",
                    "usps");

    private static final LabelSetup SETUP = LabelSetup.of(Media.FOUR_BY_SIX, Dpi.DPI_203);
    private static final int WARM_UP = 40;
    private static final double TARGET_KILOBYTES = 10.5;
    private static final double TARGET_MILLIS = 5;

    @Override
    public String part() {
        return "raster";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        List<Bitmap> labels =
                Corpus.samples().stream()
                        .filter(sample -> CARRIER_LABELS.contains(sample.name()))
                        .map(Sample::picture)
                        .map(picture -> picture.crop(0, 0, 812, 1219))
                        .toList();
        if (labels.isEmpty()) {
            run.progress().say("no sample labels here, nothing to measure");
            return List.of();
        }
        List<BenchRow> rows = new ArrayList<>();
        LabelEncoder zpl = LabelLanguage.ZPL.encoder();
        for (RasterForm form : List.of(RasterForm.HEX, RasterForm.RLE, RasterForm.Z64)) {
            String name = "ZPL bytes per 4x6 label, " + form.name() + ", mean of " + labels.size();
            rows.add(BenchRow.told(name, kilobytes(labels, zpl, SETUP.withForm(form)), "kB"));
        }
        rows.add(
                BenchRow.atMost(
                        "ZPL bytes per 4x6 label, smallest form, mean of " + labels.size(),
                        kilobytes(labels, zpl, SETUP),
                        "kB",
                        TARGET_KILOBYTES));
        for (LabelLanguage language : LabelLanguage.values()) {
            if (language != LabelLanguage.ZPL) {
                String name = language + " bytes per 4x6 label, smallest form";
                rows.add(BenchRow.told(name, kilobytes(labels, language.encoder(), SETUP), "kB"));
            }
        }
        rows.addAll(encoding(run, labels, zpl));
        return rows;
    }

    private static double kilobytes(List<Bitmap> labels, LabelEncoder encoder, LabelSetup setup) {
        return labels.stream()
                        .mapToInt(label -> encoder.encode(label, setup).length)
                        .average()
                        .orElseThrow()
                / 1000;
    }

    /** By the clock, and by the processor: only the latter is the same on a busy machine. */
    private static List<BenchRow> encoding(
            BenchRun run, List<Bitmap> labels, LabelEncoder encoder) {
        int rounds = run.quick() ? 5 : 40;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] clock = new long[rounds * labels.size()];
        long[] processor = new long[rounds * labels.size()];
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int i = 0; i < labels.size(); i++) {
                int at = Math.max(0, round) * labels.size() + i;
                long used = threads.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                encoder.encode(labels.get(i), SETUP);
                clock[at] = System.nanoTime() - start;
                processor[at] = threads.getCurrentThreadCpuTime() - used;
            }
        }
        return List.of(
                BenchRow.atMost("ZPL encoding p95", p95Millis(clock), "ms", TARGET_MILLIS),
                BenchRow.told("ZPL encoding p95, processor time", p95Millis(processor), "ms"));
    }

    private static double p95Millis(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length * 95 / 100] / 1e6;
    }
}
