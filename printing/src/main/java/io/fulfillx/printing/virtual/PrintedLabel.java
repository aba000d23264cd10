package io.fulfillx.printing.virtual;

import java.util.List;

/**
 * One label that came out of a virtual printer.
 *
 * @param bytes exactly what was received for it, from {@code ^XA} to {@code ^XZ}
 * @param commands every command executed while receiving it, in order, {@code ~} commands included
 */
public record PrintedLabel(byte[] bytes, List<String> commands) {
    public PrintedLabel {
        bytes = bytes.clone();
        commands = List.copyOf(commands);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
