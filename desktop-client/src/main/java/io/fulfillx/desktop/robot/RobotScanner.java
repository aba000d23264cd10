package io.fulfillx.desktop.robot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The scanner in the robot's hand. */
interface RobotScanner {
    void scan(String text);

    /**
     * @param how {@code wedge} or {@code pty:PATH}
     */
    static RobotScanner of(String how, Keyboard keyboard) {
        if (how.equals("wedge")) {
            return text -> keyboard.burst(text + "\r");
        }
        if (how.startsWith("pty:")) {
            Path line = Path.of(how.substring("pty:".length()));
            return text -> write(line, text + "\r");
        }
        throw new RobotStuck("--robot-scanner takes wedge or pty:PATH, not " + how);
    }

    private static void write(Path line, String text) {
        try (OutputStream out = Files.newOutputStream(line, StandardOpenOption.WRITE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
