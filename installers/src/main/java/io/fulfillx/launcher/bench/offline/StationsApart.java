package io.fulfillx.launcher.bench.offline;

import io.fulfillx.launcher.process.Installation;
import io.fulfillx.launcher.process.JavaProgram;
import io.fulfillx.launcher.process.ProgramFailed;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stations in a process of their own, which gets the processor time that nobody else wants: each
 * stands for a machine of its own, which takes none from the server.
 */
final class StationsApart implements AutoCloseable {
    private static final String READY = "ready";
    private static final String SETTLED = "settled";

    private final Process process;
    private final PrintWriter words;
    private final BufferedReader answers;

    private StationsApart(Process process) {
        this.process = process;
        this.words = new PrintWriter(process.outputWriter(StandardCharsets.US_ASCII), true);
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    /**
     * @param homes of stations that are closed
     */
    static StationsApart open(URI server, List<Path> homes) throws IOException {
        List<String> arguments =
                Stream.concat(Stream.of(server.toString()), homes.stream().map(Path::toString))
                        .toList();
        JavaProgram program =
                JavaProgram.small("stations", AtServer.class.getName(), arguments).with("-Xmx512m");
        List<String> command = new ArrayList<>();
        if (File.separatorChar == '/') {
            command.addAll(List.of("nice", "-n", "19"));
        }
        command.addAll(Installation.current().command(program));
        StationsApart stations =
                new StationsApart(
                        new ProcessBuilder(command)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start());
        stations.await(READY);
        return stations;
    }

    /** All cables are plugged in at the same moment. */
    void connect() {
        words.println("connect");
    }

    /** Until nothing waits, and the server has said of each parcel that it left. */
    void awaitSettled() throws IOException {
        await(SETTLED);
    }

    private void await(String answer) throws IOException {
        String line = answers.readLine();
        if (!answer.equals(line)) {
            throw new ProgramFailed("the stations did not get " + answer + ": " + line);
        }
    }

    @Override
    public void close() {
        words.close();
        process.destroy();
    }

    /** The program of the stations. */
    static final class AtServer {
        private AtServer() {}

        public static void main(String[] args) throws IOException {
            URI server = URI.create(args[0]);
            List<OfflineStation> stations =
                    Stream.of(args)
                            .skip(1)
                            .map(home -> OfflineStation.open(server, Path.of(home)))
                            .toList();
            BufferedReader words =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            System.out.println(READY);
            if (words.readLine() != null) {
                stations.forEach(OfflineStation::connect);
                stations.forEach(station -> OfflineHouse.await(station::isSettled));
                System.out.println(SETTLED);
            }
            stations.forEach(OfflineStation::close);
        }
    }
}
