package io.fulfillx.launcher.label;

import io.fulfillx.device.transport.PrinterAddress;
import io.fulfillx.launcher.ExitCode;
import io.fulfillx.launcher.label.LabelOptions.LanguageConverter;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.profile.Printers;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code fulfillx print FILE… --printer ADDRESS}. */
@Command(
        name = "print",
        mixinStandardHelpOptions = true,
        description = {
            "Prints labels and says of each whether it came out.",
            "It ends with 0 only when all of them did. What a cut-off run left unclear is",
            "asked of the printer first by the next one."
        })
public final class PrintCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "PDF, PNG, GIF, JPEG or a printer language")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--printer",
            required = true,
            paramLabel = "ADDRESS",
            description = {
                "tcp://host:9100, serial:/dev/ttyUSB0?baud=115200, usb:NUMBER, spool:NAME,",
                "file:PATH; with ?profile=ID for a known model (./fulfillx printers lists them)"
            })
    private String address = "";

    @Option(
            names = "--language",
            converter = LanguageConverter.class,
            paramLabel = "L",
            description = "what the printer speaks, when the address does not say; default: zpl")
    private @Nullable LabelLanguage language;

    @Option(
            names = "--copies",
            defaultValue = "1",
            paramLabel = "N",
            description = "of each file; default: 1")
    private int copies = 1;

    @Option(
            names = "--wait",
            defaultValue = "30",
            paramLabel = "SECONDS",
            description = "give up when nothing comes out for so long; default: 30")
    private int waitSeconds = 30;

    @Option(
            names = "--journal",
            paramLabel = "FOLDER",
            description = "where prints are remembered; default: ~/.fulfillx/print")
    private Path journal = Path.of(System.getProperty("user.home"), ".fulfillx", "print");

    @Override
    public Integer call() {
        if (copies < 1 || copies > 10_000 || waitSeconds < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--copies is 1 to 10000, and --wait at least 1");
        }
        List<LabelInput> inputs = files.stream().map(file -> LabelInput.read(file, null)).toList();
        PrintRun run =
                new PrintRun(
                        printer(),
                        Duration.ofSeconds(waitSeconds),
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr());
        try {
            return run.print(inputs, copies, journal) ? 0 : ExitCode.BROKEN;
        } catch (IOException e) {
            throw new ProgramFailed(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    private Printer printer() {
        try {
            Printer printer = Printers.parse(PrinterAddress.uri(described()));
            PrinterAddress.parse(printer.address());
            return printer;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--printer: " + e.getMessage(), e);
        }
    }

    private String described() {
        LabelLanguage said = language;
        if (said == null) {
            return address;
        }
        String word = "language=" + said.name().toLowerCase(Locale.ROOT);
        return address + (address.contains("?") ? "&" : "?") + word;
    }
}
