package io.fulfillx.launcher.printing;

import io.fulfillx.device.transport.PrinterAddress;
import io.fulfillx.launcher.ExitCode;
import io.fulfillx.printing.discovery.FoundPrinter;
import io.fulfillx.printing.discovery.PrinterFinder;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.profile.Printers;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code fulfillx printers}. */
@Command(
        name = "printers",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the printers at this machine and around it, with the address to use for each.",
            "With addresses it asks those printers how they are. Ends with 1 when there is no",
            "printer, or one that was asked cannot print."
        })
public final class PrintersCommand implements Callable<Integer> {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "ADDRESS",
            description = "such as tcp://10.0.0.7:9100?language=tspl; then nothing is searched")
    private List<String> addresses = new ArrayList<>();

    @Option(
            names = "--ask",
            description = "ask those that tell their language how they are (nothing is printed)")
    private boolean ask;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "how long to search (default: ${DEFAULT-VALUE})")
    private int wait = 2;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrinterTable table = new PrinterTable();
        List<String> problems = addresses.isEmpty() ? search(table) : askNamed(table);
        if (json) {
            table.printLines(out);
        } else {
            table.print(out);
            problems.forEach(problem -> out.println("Not searched: " + problem));
            if (table.isEmpty()) {
                adviseWhenNone(out);
            }
        }
        out.flush();
        return table.isEmpty() || table.anyStopped() ? ExitCode.BROKEN : 0;
    }

    private List<String> search(PrinterTable table) {
        if (wait < 1) {
            throw new ParameterException(spec.commandLine(), "--wait takes at least 1 second");
        }
        PrinterFinder.Findings findings =
                PrinterFinder.ofThisMachine().find(Duration.ofSeconds(wait));
        for (FoundPrinter found : findings.printers()) {
            LabelLanguage language = found.language();
            if (ask && language != null) {
                table.addAsked(found, language, ANSWER);
            } else {
                table.add(found);
            }
        }
        return findings.problems();
    }

    private List<String> askNamed(PrinterTable table) {
        for (String text : addresses) {
            try {
                Printer printer = Printers.parse(PrinterAddress.uri(text));
                PrinterAddress.parse(printer.address());
                LabelLanguage language = printer.profile().language();
                FoundPrinter named =
                        new FoundPrinter(
                                text,
                                printer.address(),
                                "as named",
                                printer.profile().name(),
                                language);
                table.addAsked(named, language, ANSWER);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
        return List.of();
    }

    private static void adviseWhenNone(PrintWriter out) {
        out.println("No printer was found. What helps:");
        out.println("- Is it switched on, with its cable in and no red light?");
        out.println("- A network printer: print its settings page and use tcp://ITS-ADDRESS:9100");
        out.println("- A serial printer: serial:/dev/ttyUSB0?baud=9600 (Windows: serial:COM3)");
        out.println("- On Linux your user must be in the groups lp and dialout.");
        out.println("- To try without one: ./fulfillx virtual-printer --help");
    }
}
