package io.fulfillx.scanner.virtual;

import io.fulfillx.device.posix.LineSettings;
import io.fulfillx.device.virtual.PseudoTerminal;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A scanner that speaks in reports of 64 bytes, its stream played over a pseudo-terminal (Linux).
 * It has no descriptor, as a recorded stream has none.
 */
public final class VirtualHidScanner implements VirtualScanner {
    private static final int REPORT_BYTES = 64;
    private static final int REPORT_ID = 2;
    private static final int DATA_AT = 5;
    private static final int DATA_BYTES = 56;
    private static final int AIM_CHARACTERS = 3;
    private static final byte[] UNTOLD = "]X0".getBytes(StandardCharsets.US_ASCII);

    private final Path link;
    private @Nullable PseudoTerminal terminal;

    /**
     * @param link the name it always has; not made before {@link #plugIn}
     */
    public VirtualHidScanner(Path link) {
        this.link = link;
    }

    @Override
    public String address() {
        return "hid:" + link;
    }

    @Override
    public void plugIn() throws IOException {
        terminal = PseudoTerminal.open(LineSettings.plain());
        terminal.link(link);
    }

    private PseudoTerminal plugged() throws IOException {
        PseudoTerminal now = terminal;
        if (now == null) {
            throw new IOException("the scanner is not plugged in");
        }
        return now;
    }

    @Override
    public void unplug() {
        if (terminal != null) {
            terminal.close();
            terminal = null;
        }
    }

    /** As many reports as the text needs; each but the last says that more follows. */
    @Override
    public byte[] encoded(String text) {
        boolean told = text.startsWith("]") && text.length() > AIM_CHARACTERS;
        byte[] aim = told ? utf8(text.substring(0, AIM_CHARACTERS)) : UNTOLD;
        byte[] data = utf8(told ? text.substring(AIM_CHARACTERS) : text);
        ByteArrayOutputStream reports = new ByteArrayOutputStream();
        for (int at = 0; at < data.length; at += DATA_BYTES) {
            int count = Math.min(DATA_BYTES, data.length - at);
            byte[] report = new byte[REPORT_BYTES];
            report[0] = REPORT_ID;
            report[1] = (byte) count;
            System.arraycopy(aim, 0, report, 2, AIM_CHARACTERS);
            System.arraycopy(data, at, report, DATA_AT, count);
            report[REPORT_BYTES - 1] = (byte) (at + count < data.length ? 1 : 0);
            reports.writeBytes(report);
        }
        return reports.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void scan(String text) throws IOException {
        send(encoded(text));
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        plugged().write(bytes);
    }

    @Override
    public byte[] told(Duration wait) throws IOException {
        return plugged().read(wait);
    }

    @Override
    public void close() {
        unplug();
    }
}
