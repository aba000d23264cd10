package io.fulfillx.launcher.label;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fulfillx label encode|preview|check}. */
@Command(
        name = "label",
        mixinStandardHelpOptions = true,
        description = "Turns documents into printer languages, pictures and bar code data.",
        subcommands = {EncodeCommand.class, PreviewCommand.class, CheckCommand.class})
public final class LabelCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: ./fulfillx label encode|preview|check IN");
    }
}
