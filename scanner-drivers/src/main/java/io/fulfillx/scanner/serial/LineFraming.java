package io.fulfillx.scanner.serial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream of bytes into scans: at CR, LF or CRLF, or, for scanners that send no suffix, when
 * nothing has come for {@link #IDLE_GAP}. Text is UTF-8 and keeps GS (0x1D); what is not UTF-8 is
 * read as Latin-1. Not for several threads.
 */
public final class LineFraming {
    /** Bytes of one scan follow each other much faster, even at 9600 baud. */
    public static final Duration IDLE_GAP = Duration.ofMillis(100);

    private static final int MOST_BYTES = 4_096;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long lastNanos;

    /** Noise that never ends is thrown away up to the next line end. */
    private boolean overlong;

    /**
     * Takes bytes as they come.
     *
     * @param nanoTime when, by {@link System#nanoTime}
     * @return the scans completed by them, never empty ones
     */
    public List<String> bytes(byte[] chunk, long nanoTime) {
        List<String> scans = new ArrayList<>(idle(nanoTime));
        lastNanos = nanoTime;
        for (byte next : chunk) {
            if (next == '\r' || next == '\n') {
                finish(scans);
            } else if (line.size() == MOST_BYTES) {
                overlong = true;
            } else {
                line.write(next);
            }
        }
        return scans;
    }

    /** Call it often: completes a scan without suffix when its time is over. */
    public List<String> idle(long nanoTime) {
        List<String> scans = new ArrayList<>();
        if (line.size() > 0 && nanoTime - lastNanos > IDLE_GAP.toNanos()) {
            finish(scans);
        }
        return scans;
    }

    private void finish(List<String> scans) {
        if (line.size() > 0 && !overlong) {
            scans.add(text(line.toByteArray()));
        }
        line.reset();
        overlong = false;
    }

    private static String text(byte[] bytes) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.indexOf('\ufffd') < 0 ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
