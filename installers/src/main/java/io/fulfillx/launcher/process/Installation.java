package io.fulfillx.launcher.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the jars of the running program are, so that its sister programs can be started with the
 * same Java and the same classes.
 *
 * @param classPath jars and folders for the class path
 * @param modulePath jars of JavaFX, which warns when it is started from the class path
 */
public record Installation(Path java, List<Path> classPath, List<Path> modulePath) {
    private static final String TEST_CLASS_PATH = "surefire.test.class.path";

    public Installation {
        classPath = List.copyOf(classPath);
        modulePath = List.copyOf(modulePath);
    }

    /** The installation this process runs from. */
    public static Installation current() {
        String classPath = System.getProperty(TEST_CLASS_PATH, "");
        if (classPath.isEmpty()) {
            classPath = System.getProperty("java.class.path");
        }
        List<Path> plain = new ArrayList<>();
        List<Path> modules = new ArrayList<>();
        Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .forEach(entry -> (isJavaFx(entry) ? modules : plain).add(entry));
        String distribution = System.getProperty("fulfillx.distribution", "");
        if (!distribution.isEmpty()) {
            modules.add(Path.of(distribution, "lib", "javafx"));
        }
        return new Installation(
                Path.of(System.getProperty("java.home"), "bin", "java"), plain, modules);
    }

    private static boolean isJavaFx(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return name.startsWith("javafx-") && name.endsWith(".jar");
    }

    /** Whether windows can be opened by a program of this installation. */
    public boolean hasJavaFx() {
        return modulePath.stream().anyMatch(Files::exists);
    }

    /** The command line of a program. */
    public List<String> command(JavaProgram program) {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xshare:auto"));
        if (program.usesJavaFx()) {
            command.addAll(
                    List.of(
                            "--module-path",
                            joined(modulePath),
                            "--add-modules",
                            "javafx.controls,javafx.swing",
                            "--enable-native-access=ALL-UNNAMED,javafx.graphics"));
        } else {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(program.javaOptions());
        command.addAll(List.of("-cp", joined(classPath), program.mainClass()));
        command.addAll(program.arguments());
        return List.copyOf(command);
    }

    private static String joined(List<Path> paths) {
        return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
    }
}
