package io.fulfillx.printing.preview;

import java.util.List;

/**
 * One label as received, ready to print.
 *
 * @param bytes exactly what was received for it
 * @param commands every command executed while receiving it, in order
 * @param copies how often it is to come out, 1 and up
 * @param announcements what the host is told when it is out
 * @param drawing what it looks like
 */
public record ReceivedLabel(
        byte[] bytes,
        List<String> commands,
        int copies,
        List<Announcement> announcements,
        Drawing drawing) {
    /** Owns the bytes: nobody changes them afterwards. */
    public ReceivedLabel {
        commands = List.copyOf(commands);
        announcements = List.copyOf(announcements);
    }

    /**
     * A word to the host about a label that is out.
     *
     * @param eachCopy whether it is said for each copy, or once after the last
     */
    public record Announcement(byte[] reply, boolean eachCopy) {}
}
