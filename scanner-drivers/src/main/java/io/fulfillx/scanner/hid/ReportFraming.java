package io.fulfillx.scanner.hid;

import io.fulfillx.scanner.port.Framing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Joins reports to scans. A chunk holds one report from a real device, any part of the stream from
 * a recorded one. A scan whose rest never comes is dropped after a pause. Not for several threads.
 */
public final class ReportFraming implements Framing {
    private static final Duration CUT_OFF = Duration.ofMillis(500);
    private static final int MOST_BYTES = 8_192;
    private static final int AIM_BYTES = 3;

    private final ReportLayout layout;
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private String aim = "";
    private boolean begun;
    private long lastNanos;

    public ReportFraming(ReportLayout layout) {
        this.layout = layout;
    }

    @Override
    public List<String> bytes(byte[] chunk, long nanoTime) {
        lastNanos = nanoTime;
        List<String> scans = new ArrayList<>();
        if (stream.size() == 0 && chunk.length <= layout.bytes() && isOther(chunk)) {
            return scans;
        }
        stream.writeBytes(chunk);
        byte[] all = stream.toByteArray();
        int at = 0;
        while (all.length - at >= layout.bytes()) {
            report(Arrays.copyOfRange(all, at, at + layout.bytes()), scans);
            at += layout.bytes();
        }
        stream.reset();
        stream.write(all, at, all.length - at);
        return scans;
    }

    /** A report about something else, such as the trigger; it may be shorter. */
    private boolean isOther(byte[] chunk) {
        return layout.id() != 0 && (chunk[0] & 0xFF) != layout.id();
    }

    private void report(byte[] report, List<String> scans) {
        if (isOther(report)) {
            return;
        }
        if (!begun) {
            begun = true;
            aim = aim(report);
        }
        data.write(report, layout.dataAt(), length(report));
        boolean more =
                layout.moreAt() >= 0 && (report[layout.moreAt()] >> layout.moreBit() & 1) == 1;
        if (data.size() > MOST_BYTES) {
            restart();
        } else if (!more) {
            if (data.size() > 0) {
                scans.add(aim + text(data.toByteArray()));
            }
            restart();
        }
    }

    private int length(byte[] report) {
        if (layout.lengthAt() >= 0) {
            return Math.min(report[layout.lengthAt()] & 0xFF, layout.dataBytes());
        }
        int length = layout.dataBytes();
        while (length > 0 && report[layout.dataAt() + length - 1] == 0) {
            length--;
        }
        return length;
    }

    /** Empty unless it is one: {@code ]}, a letter, a letter or digit. */
    private String aim(byte[] report) {
        if (layout.aimAt() < 0) {
            return "";
        }
        String text = new String(report, layout.aimAt(), AIM_BYTES, StandardCharsets.ISO_8859_1);
        return text.matches("\\][A-Za-z][A-Za-z0-9]") ? text : "";
    }

    private void restart() {
        data.reset();
        begun = false;
        aim = "";
    }

    @Override
    public List<String> idle(long nanoTime) {
        if (pending() && !patience(nanoTime).isPositive()) {
            stream.reset();
            restart();
        }
        return List.of();
    }

    private boolean pending() {
        return begun || stream.size() > 0;
    }

    @Override
    public Duration patience(long nanoTime) {
        if (!pending()) {
            return FOREVER;
        }
        long left = CUT_OFF.toNanos() - (nanoTime - lastNanos);
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(Math.max(0, left)));
    }

    private static String text(byte[] bytes) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.indexOf('\ufffd') < 0 ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
