package io.fulfillx.launcher.simulate;

import io.fulfillx.launcher.ExitCode;
import io.fulfillx.launcher.simulate.Simulation.Outcome;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code fulfillx simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Plays server and stations from a seed, with crashes, bad networks and copied disks,",
            "and looks whether each promise holds. Exit code 1 when one did not."
        })
public final class SimulateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "how many; default: ${DEFAULT-VALUE}")
    private int seeds = 1_000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "the first; default: ${DEFAULT-VALUE}")
    private long first = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result there, too")
    private @Nullable Path json;

    @Option(
            names = "--planted",
            description = "play with planted bugs instead, and say which are caught")
    private boolean planted;

    @Override
    public Integer call() throws IOException {
        try (Simulation simulation = new Simulation()) {
            return planted ? plant(simulation) : play(simulation);
        }
    }

    private int play(Simulation simulation) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        long began = System.nanoTime();
        List<Outcome> broken = SeedRange.broken(simulation, first, seeds);
        double rate = seeds / ((System.nanoTime() - began) / 1e9);
        broken.forEach(outcome -> tell(out, outcome));
        out.println(
                String.format(
                        Locale.ROOT,
                        "%d seeds, %d broken, %.0f seeds/s",
                        seeds,
                        broken.size(),
                        rate));
        out.flush();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("seeds", seeds);
        result.put("firstSeed", first);
        result.put("seedsPerSecond", Math.round(rate));
        result.put("broken", broken);
        write(result);
        return broken.isEmpty() ? 0 : ExitCode.BROKEN;
    }

    private int plant(Simulation simulation) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> result = new LinkedHashMap<>();
        int caught = 0;
        for (PlantedBug bug : PlantedBug.all()) {
            Optional<Outcome> found = PlantedRun.catching(simulation, bug);
            String words =
                    found.map(it -> "caught by seed " + it.seed() + ": " + it.broken().orElse(""))
                            .orElse("MISSED");
            out.println(String.format(Locale.ROOT, "%-40s %s", bug.name(), words));
            out.flush();
            result.put(bug.name(), words);
            caught += found.isPresent() ? 1 : 0;
        }
        int all = PlantedBug.all().size();
        out.println(caught + " of " + all + " planted bugs caught");
        out.flush();
        write(result);
        return caught == all ? 0 : ExitCode.BROKEN;
    }

    private static void tell(PrintWriter out, Outcome outcome) {
        out.println("seed " + outcome.seed() + ": " + outcome.broken().orElse(""));
        outcome.story().forEach(sentence -> out.println("    " + sentence));
        out.flush();
    }

    private void write(Map<String, Object> result) throws IOException {
        if (json != null) {
            Files.write(
                    json, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
        }
    }
}
