package io.fulfillx.launcher.bench;

import io.fulfillx.launcher.ExitCode;
import io.fulfillx.launcher.demo.Progress;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code fulfillx bench NAME}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures. Without a name it lists what can be measured.")
public final class BenchCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "NAME", defaultValue = "")
    private String name = "";

    @Option(names = "--quick", description = "a sample of at most two minutes")
    private boolean quick;

    @Option(names = "--part", paramLabel = "PART", description = "measure only this part")
    private String part = "";

    @Option(
            names = "--operations",
            paramLabel = "N",
            description = "how many operations, for parts that count them")
    private long operations;

    @Option(names = "--json", paramLabel = "FILE", description = "write the rows there, too")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isEmpty()) {
            Benchmark.all()
                    .forEach(each -> out.println(row(each.name(), each.description(), "", "")));
            out.flush();
            return 0;
        }
        Benchmark benchmark =
                Benchmark.all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ParameterException(
                                                spec.commandLine(), "no benchmark " + name));
        Path folder = Files.createTempDirectory("fulfillx-bench").toRealPath();
        List<BenchRow> rows =
                benchmark.run(
                        new BenchRun(quick, part, operations, folder, new Progress(System.err)));
        print(out, rows);
        if (json != null) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("benchmark", name);
            result.put("sample", quick);
            result.put("rows", rows);
            Files.write(
                    json, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
        }
        boolean met = rows.stream().noneMatch(row -> Boolean.FALSE.equals(row.met()));
        return met ? 0 : ExitCode.BROKEN;
    }

    private void print(PrintWriter out, List<BenchRow> rows) {
        if (quick) {
            out.println("A quick sample: for figures to quote, run it without --quick.");
        }
        out.println(row("NAME", "VALUE", "TARGET", "MET"));
        for (BenchRow row : rows) {
            Double target = row.target();
            out.println(
                    row(
                            row.name(),
                            number(row.value()) + " " + row.unit(),
                            target == null ? "-" : number(target) + " " + row.unit(),
                            row.met() == null
                                    ? "-"
                                    : Boolean.TRUE.equals(row.met()) ? "yes" : "NO"));
        }
        out.flush();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String row(String name, String value, String target, String met) {
        return String.format(Locale.ROOT, "%-44s %-24s %-18s %s", name, value, target, met)
                .stripTrailing();
    }
}
