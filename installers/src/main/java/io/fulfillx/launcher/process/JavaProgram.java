package io.fulfillx.launcher.process;

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

    /** The same with more options for Java. */
    public JavaProgram with(String... options) {
        List<String> all = new ArrayList<>(javaOptions);
        all.addAll(List.of(options));
        return new JavaProgram(name, mainClass, usesJavaFx, all, arguments);
    }
}
