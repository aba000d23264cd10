package io.fulfillx.launcher.doctor;

import io.fulfillx.launcher.ExitCode;
import io.fulfillx.launcher.process.Installation;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code fulfillx doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks this machine and says what to do. Ends with 1 when something fails.")
public final class DoctorCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            defaultValue = "data",
            description = "the server's data folder (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "the server's port (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--server", description = "a running server to ask, http://host:port")
    private @Nullable URI server;

    @Option(
            names = "--database",
            description = "JDBC address of your PostgreSQL; default: FULFILLX_DATABASE_URL")
    private @Nullable String database = System.getenv("FULFILLX_DATABASE_URL");

    @Option(names = "--redis", description = "address of your Redis; default: FULFILLX_REDIS_URL")
    private @Nullable String redis = System.getenv("FULFILLX_REDIS_URL");

    @Option(names = "--printer", description = "tcp://host:9100 or serial:/dev/…; repeatable")
    private List<URI> printers = new ArrayList<>();

    @Option(
            names = "--station-home",
            defaultValue = "${user.home}/.fulfillx/station",
            description = "folder of a station's store (default: ${DEFAULT-VALUE})")
    private Path stationHome = Path.of("");

    @Override
    public Integer call() {
        MachineChecks machine = new MachineChecks(Installation.current());
        List<Finding> findings = new ArrayList<>(machine.all(data));
        NetworkChecks network = new NetworkChecks();
        findings.add(server == null ? network.port(port) : network.server(server));
        findings.add(network.database(database));
        findings.add(network.redis(redis));
        findings.addAll(new DeviceChecks(network).all(printers));
        findings.add(StationChecks.unsent(stationHome));
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> out.println(finding.text()));
        long failed = findings.stream().filter(f -> f.level() == Finding.Level.FAIL).count();
        out.println();
        out.println(
                failed == 0
                        ? "FulfillX can run here. Start with: ./fulfillx demo"
                        : failed + " of " + findings.size() + " must be mended first.");
        out.flush();
        return failed == 0 ? 0 : ExitCode.BROKEN;
    }
}
