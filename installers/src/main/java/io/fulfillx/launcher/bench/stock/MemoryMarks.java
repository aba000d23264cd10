package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.process.ProgramFailed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process holds in memory when a tenth, a half and all of its work is done. */
final class MemoryMarks {
    private static final int[] PERCENTS = {10, 50, 100};
    private static final double KILOBYTES = 1_024;
    private static final Pattern USED = Pattern.compile("used (\\d+)M");

    private final long pid;
    private final long work;
    private final List<Double> heaps = new ArrayList<>();
    private final List<BenchRow> rows = new ArrayList<>();

    MemoryMarks(long pid, long work) {
        this.pid = pid;
        this.work = work;
    }

    /** Looks when the next mark is passed; the garbage is collected first. */
    void look(long done) {
        if (heaps.size() < PERCENTS.length && done * 100 >= work * PERCENTS[heaps.size()]) {
            String at = " at " + PERCENTS[heaps.size()] + " %";
            String _ = jcmd("GC.run");
            double heap = heap(jcmd("GC.heap_info"));
            heaps.add(heap);
            rows.add(BenchRow.told("import: heap after collection" + at, heap, "MB"));
            rows.add(BenchRow.told("import: resident memory" + at, resident(), "MB"));
        }
    }

    /**
     * @param most how much larger the heap may be at the end than at the first mark
     */
    List<BenchRow> rows(double most) {
        List<BenchRow> all = new ArrayList<>(rows);
        if (heaps.size() > 1) {
            all.add(
                    BenchRow.atMost(
                            "import: heap at the end against the first mark",
                            heaps.getLast() / heaps.getFirst(),
                            "x",
                            most));
        }
        return all;
    }

    /** Without the classes. */
    private static double heap(String info) {
        double megabytes = 0;
        for (String line : info.lines().toList()) {
            Matcher used = USED.matcher(line);
            if (!line.contains("Metaspace") && !line.contains("class space") && used.find()) {
                megabytes += Double.parseDouble(used.group(1));
            }
        }
        return megabytes;
    }

    private String jcmd(String command) {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process =
                    new ProcessBuilder(tool.toString(), Long.toString(pid), command)
                            .redirectErrorStream(true)
                            .start();
            String answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new ProgramFailed("jcmd " + command + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    private double resident() {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/status"))
                            .lines()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / KILOBYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
