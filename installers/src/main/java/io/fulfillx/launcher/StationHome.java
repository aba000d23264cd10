package io.fulfillx.launcher;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a station's store, for commands that open it. */
final class StationHome {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--home",
            defaultValue = "${user.home}/.fulfillx/station",
            description = "folder of the station's store; default: ${DEFAULT-VALUE}")
    private Path home = Path.of("");

    /**
     * @throws ParameterException when there is no store in it
     */
    Path require() {
        if (!Files.exists(home.resolve("station.db"))) {
            throw new ParameterException(
                    spec.commandLine(), "There is no station's store in " + home + ".");
        }
        return home;
    }
}
