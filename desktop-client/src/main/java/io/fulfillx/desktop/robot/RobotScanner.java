package io.fulfillx.desktop.robot;

import io.fulfillx.device.virtual.PseudoTerminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The scanner in the robot's hand. */
interface RobotScanner extends AutoCloseable {
    void scan(String text);

    @Override
    default void close() {}

    /**
     * @param how {@code wedge}, or {@code pty:LINK}: a serial scanner that the robot makes itself;
     *     the station must be started with {@code --scanner serial:LINK}
     */
    static RobotScanner of(String how, Keyboard keyboard) {
        if (how.equals("wedge")) {
            return text -> keyboard.burst(text + "\r");
        }
        if (how.startsWith("pty:")) {
            return Serial.at(Path.of(how.substring("pty:".length())));
        }
        throw new RobotStuck("--robot-scanner takes wedge or pty:LINK, not " + how);
    }

    /** Plays the far end of a serial line. */
    record Serial(PseudoTerminal line) implements RobotScanner {
        static Serial at(Path link) {
            try {
                PseudoTerminal line = PseudoTerminal.open();
                line.link(link);
                return new Serial(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void scan(String text) {
            try {
                line.write((text + "\r").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
