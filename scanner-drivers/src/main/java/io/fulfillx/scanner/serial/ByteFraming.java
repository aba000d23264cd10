package io.fulfillx.scanner.serial;

import io.fulfillx.scanner.port.Framing;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a stream of bytes into scans as the settings say. It keeps all that is inside, GS (0x1D)
 * too. A pause is only taken for an end when the reader has waited for it: a reader that comes late
 * finds the bytes waiting, and they are one scan. Not for several threads.
 */
public final class ByteFraming implements Framing {
    private static final int MOST_BYTES = 8_192;

    private final FramingSettings settings;
    private final @Nullable Charset charset;
    private final List<byte[]> ends = new ArrayList<>();
    private final byte[] prefix;

    /** Ends stand on whole characters only. */
    private final int unit;

    /** What came since the last end, and how much of it there is. */
    private final byte[] line = new byte[MOST_BYTES];

    private int size;
    private long lastNanos;

    /** Within a scan; always true where scans have no prefix. */
    private boolean inside;

    /** Noise that never ends is thrown away up to the next end. */
    private boolean overlong;

    public ByteFraming(FramingSettings settings) {
        this.settings = settings;
        this.charset = settings.charset();
        this.unit = encoded("\r").length;
        this.prefix = encoded(settings.prefix());
        switch (settings.ending()) {
            case LINE -> ends.addAll(List.of(encoded("\r"), encoded("\n")));
            case CR -> ends.add(encoded("\r"));
            case LF -> ends.add(encoded("\n"));
            case CRLF -> ends.add(encoded("\r\n"));
            case PREFIX -> ends.add(encoded(settings.suffix()));
            case LENGTH, IDLE -> ends.clear();
        }
        ends.removeIf(end -> end.length == 0);
        restart();
    }

    private byte[] encoded(String text) {
        Charset used = charset == null ? StandardCharsets.UTF_8 : charset;
        // The plain UTF-16 would put a byte order mark before each piece.
        return text.getBytes(
                used.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : used);
    }

    @Override
    public List<String> bytes(byte[] chunk, long nanoTime) {
        List<String> scans = new ArrayList<>();
        lastNanos = nanoTime;
        for (byte next : chunk) {
            take(next, scans);
        }
        return scans;
    }

    private void take(byte next, List<String> scans) {
        if (size == MOST_BYTES) {
            overlong = true;
            size = 2 * unit;
            System.arraycopy(line, MOST_BYTES - size, line, 0, size);
        }
        line[size++] = next;
        if (prefix.length > 0 && endsWith(prefix)) {
            finish(prefix.length, scans);
            inside = true;
            return;
        }
        if (settings.ending() == FramingSettings.Ending.LENGTH && size == settings.length()) {
            finish(0, scans);
            return;
        }
        for (byte[] end : ends) {
            if (endsWith(end)) {
                finish(end.length, scans);
                return;
            }
        }
    }

    private boolean endsWith(byte[] wanted) {
        int from = size - wanted.length;
        return from >= 0
                && from % unit == 0
                && Arrays.equals(line, from, size, wanted, 0, wanted.length);
    }

    /** Completes a scan whose end is a pause; one of fixed length that was cut off is dropped. */
    @Override
    public List<String> idle(long nanoTime) {
        List<String> scans = new ArrayList<>();
        if (pausesCount() && size > 0 && !patience(nanoTime).isPositive()) {
            if (settings.ending() == FramingSettings.Ending.LENGTH) {
                restart();
            } else {
                finish(0, scans);
            }
        }
        return scans;
    }

    private boolean pausesCount() {
        return settings.idle().isPositive();
    }

    @Override
    public Duration patience(long nanoTime) {
        if (!pausesCount() || size == 0) {
            return FOREVER;
        }
        long left = settings.idle().toNanos() - (nanoTime - lastNanos);
        return Duration.ofNanos(Math.max(0, left));
    }

    private void finish(int without, List<String> scans) {
        if (inside && !overlong && size > without) {
            scans.add(text(Arrays.copyOf(line, size - without)));
        }
        restart();
    }

    private void restart() {
        size = 0;
        overlong = false;
        inside = prefix.length == 0;
    }

    private String text(byte[] bytes) {
        if (charset != null) {
            return new String(bytes, charset);
        }
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.indexOf('\ufffd') < 0 ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
