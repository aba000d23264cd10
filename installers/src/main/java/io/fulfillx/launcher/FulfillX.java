package io.fulfillx.launcher;

import io.fulfillx.launcher.api.ApiProblem;
import io.fulfillx.launcher.bench.BenchCommand;
import io.fulfillx.launcher.demo.DemoCommand;
import io.fulfillx.launcher.doctor.DoctorCommand;
import io.fulfillx.launcher.label.LabelCommand;
import io.fulfillx.launcher.label.PrintCommand;
import io.fulfillx.launcher.printing.PrintersCommand;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.launcher.scanning.Gs1Command;
import io.fulfillx.launcher.scanning.ScalesCommand;
import io.fulfillx.launcher.scanning.ScanCommand;
import io.fulfillx.launcher.scanning.ScannersCommand;
import io.fulfillx.launcher.scanning.TrackingCommand;
import io.fulfillx.launcher.scanning.WeighCommand;
import io.fulfillx.launcher.simulate.SimulateCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The one command line: {@code ./fulfillx COMMAND …}. */
@Command(
        name = "fulfillx",
        mixinStandardHelpOptions = true,
        version = "FulfillX 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        header = {"Real orders become packed, labelled, shipped parcels.", ""},
        footer = {
            "",
            "Exit codes: 0 all went well, 1 it did not hold what it promises, 2 wrong use,",
            "69 something this machine lacks, 70 a program of ours failed.",
            "",
            "Start with:  ./fulfillx demo"
        },
        subcommands = {
            DemoCommand.class,
            RunProgram.Server.class,
            RunProgram.VerifyLedger.class,
            RunProgram.Station.class,
            ImportCommand.class,
            JournalCommand.class,
            LabelCommand.class,
            PrintCommand.class,
            DoctorCommand.class,
            PrintersCommand.class,
            ScalesCommand.class,
            WeighCommand.class,
            ScannersCommand.class,
            ScanCommand.class,
            Gs1Command.class,
            TrackingCommand.class,
            BenchCommand.class,
            SimulateCommand.class,
            RunProgram.CarrierSimulator.class,
            RunProgram.ShopSimulator.class,
            RunProgram.VirtualPrinter.class,
            RunProgram.VirtualScale.class
        })
public final class FulfillX implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, for tests too. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new FulfillX());
        commandLine.getSubcommands().values().stream()
                .filter(subcommand -> subcommand.getCommand() instanceof RunProgram)
                .forEach(
                        subcommand ->
                                subcommand
                                        .setUnmatchedOptionsArePositionalParams(true)
                                        .setUnmatchedOptionsAllowedAsOptionParameters(true));
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (problem, failed, _) -> {
                            if (problem instanceof ProgramFailed || problem instanceof ApiProblem) {
                                failed.getErr().println("fulfillx: " + problem.getMessage());
                                return ExitCode.FAILED;
                            }
                            throw problem;
                        });
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say which command; start with: ./fulfillx demo");
    }
}
