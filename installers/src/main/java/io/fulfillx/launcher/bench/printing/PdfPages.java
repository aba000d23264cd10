package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.printing.document.LabelPages;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.sheet.PageForm;
import io.fulfillx.printing.sheet.SamplePages;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long a carrier's PDF page takes to become dots, over all the forms of pages. */
final class PdfPages implements Measure {
    private static final double TARGET_MILLIS = 250;
    private static final int WARM_UP_ROUNDS = 8;

    private static final List<String> NUMBERS =
            List.of("JJD1430000000001", "JJD1430000000002", "JJD1430000000003", "JJD1430000000004");

    @Override
    public String part() {
        return "pdf";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        for (PageForm form : PageForm.values()) {
            pages.add(SamplePages.pdf(form, NUMBERS.subList(0, form.labels())));
        }
        round(pages, Dpi.DPI_203, new double[pages.size() * WARM_UP_ROUNDS]);
        int rounds = run.quick() ? 10 : 40;
        double[] work = new double[pages.size() * rounds];
        double[] low = round(pages, Dpi.DPI_203, work);
        double[] high = round(pages, Dpi.DPI_300, new double[pages.size() * (rounds / 5)]);
        return List.of(
                BenchRow.atMost("PDF page to dots, 203 dpi, p95", at(low, 95), "ms", TARGET_MILLIS),
                BenchRow.told("PDF page to dots, 203 dpi, p50", at(low, 50), "ms"),
                BenchRow.told("same, work of the processor, p95", at(work, 95), "ms"),
                BenchRow.told("PDF page to dots, 300 dpi, p95", at(high, 95), "ms"));
    }

    /**
     * Sorted times in milliseconds.
     *
     * @param work takes what the processor worked for each, sorted
     */
    private static double[] round(List<byte[]> pages, Dpi dpi, double[] work) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] millis = new double[work.length];
        for (int i = 0; i < millis.length; i++) {
            byte[] page = pages.get(i % pages.size());
            long worked = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            LabelPages.read(page, LabelFormat.PDF, Media.FOUR_BY_SIX, dpi);
            millis[i] = (System.nanoTime() - start) / 1e6;
            work[i] = (threads.getCurrentThreadCpuTime() - worked) / 1e6;
        }
        Arrays.sort(millis);
        Arrays.sort(work);
        return millis;
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
