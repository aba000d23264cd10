package io.fulfillx.launcher.process;

import io.fulfillx.launcher.Programs;

import java.util.ArrayList;
import java.util.List;

/**
 * A program of FulfillX and how to start it.
 *
 * @param name for log files and messages
 * @param usesJavaFx whether it opens a window
 */
public record JavaProgram(
        String name,
        String mainClass,
        boolean usesJavaFx,
        List<String> javaOptions,
        List<String> arguments) {
    /**
     * How the server's Java works, the same as in the start scripts: garbage is collected beside
     * the requests, and Java's compilers and work that can wait give way to them.
     */
    private static final List<String> SERVER =
            List.of(
                    "-XX:+UseZGC",
                    "-XX:ThreadPriorityPolicy=1",
                    "-XX:CompilerThreadPriority=10",
                    "-XX:JavaPriority1_To_OSPriority=10");

    public JavaProgram {
        javaOptions = List.copyOf(javaOptions);
        arguments = List.copyOf(arguments);
    }

    /** A program without a window, and with a small heap. */
    public static JavaProgram small(String name, String mainClass, List<String> arguments) {
        return new JavaProgram(
                name,
                mainClass,
                false,
                List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1"),
                arguments);
    }

    /**
     * The server, with the options that it is installed with.
     *
     * @param heap the most memory it may use, as Java writes it
     */
    public static JavaProgram server(String name, String heap, List<String> arguments) {
        return new JavaProgram(name, Programs.SERVER, false, SERVER, arguments).with("-Xmx" + heap);
    }

    /** The same with more options for Java. */
    public JavaProgram with(String... options) {
        List<String> all = new ArrayList<>(javaOptions);
        all.addAll(List.of(options));
        return new JavaProgram(name, mainClass, usesJavaFx, all, arguments);
    }
}
