package io.fulfillx.printing.preview;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The bytes and the commands of the label that is arriving. */
final class Intake {
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_COMMANDS = 20_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> commands = new ArrayList<>();

    /** Blank lines between labels belong to none. */
    void received(byte raw) {
        boolean blank = raw == '\r' || raw == '\n';
        if (bytes.size() < MOST_BYTES && !(blank && bytes.size() == 0)) {
            bytes.write(raw);
        }
    }

    /** The last bytes were no part of the label. */
    void takeBack(int count) {
        byte[] all = bytes.toByteArray();
        bytes.reset();
        bytes.write(all, 0, Math.max(0, all.length - count));
    }

    void executed(String command) {
        if (commands.size() < MOST_COMMANDS) {
            commands.add(command);
        }
    }

    boolean empty() {
        return bytes.size() == 0;
    }

    void clear() {
        bytes.reset();
        commands.clear();
    }

    /** Whether nothing but these commands has been executed for the label. */
    boolean only(String command) {
        return commands.stream().allMatch(command::equals);
    }

    /** The label, and a fresh start for the next one. */
    ReceivedLabel label(
            int copies, List<ReceivedLabel.Announcement> announcements, Drawing drawing) {
        ReceivedLabel label =
                new ReceivedLabel(bytes.toByteArray(), commands, copies, announcements, drawing);
        clear();
        return label;
    }
}
