package io.fulfillx.scanner.wedge;

import io.fulfillx.scanner.wedge.WedgeEvent.Scanned;
import io.fulfillx.scanner.wedge.WedgeEvent.Typed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a scanner from a typist by timing: a scanner sends at least {@value #LEAST_CHARACTERS}
 * characters without a pause and closes with Enter or Tab. Whatever is not a scan comes out again
 * as typed, so that nothing is lost. Not for several threads.
 */
public final class WedgeDecoder {
    /** The longest pause between two characters of a scanner. People need 80 ms and more. */
    public static final Duration GAP = Duration.ofMillis(60);

    static final int LEAST_CHARACTERS = 4;

    /** Longer than any barcode on a bench; more is a key held down or a paste. */
    private static final int MOST_CHARACTERS = 4_096;

    private final StringBuilder burst = new StringBuilder();
    private long lastNanos;

    /** The last scan ended with CR: an LF right after it is the other half of the same Enter. */
    private boolean swallowLineFeed;

    /**
     * Takes one character; Enter is CR or LF.
     *
     * @param nanoTime when it was typed, by {@link System#nanoTime}
     * @return what has become certain by it, in order; often nothing yet
     */
    public List<WedgeEvent> typed(char character, long nanoTime) {
        List<WedgeEvent> events = new ArrayList<>(idle(nanoTime));
        boolean secondHalf = swallowLineFeed && character == '\n';
        swallowLineFeed = false;
        lastNanos = nanoTime;
        if (secondHalf) {
            return events;
        }
        if (character != '\r' && character != '\n' && character != '\t') {
            burst.append(character);
            if (burst.length() > MOST_CHARACTERS) {
                events.add(flush());
            }
        } else if (burst.length() >= LEAST_CHARACTERS) {
            events.add(new Scanned(burst.toString()));
            burst.setLength(0);
            swallowLineFeed = character == '\r';
        } else {
            burst.append(character);
            events.add(flush());
        }
        return events;
    }

    /** Call it every 50 ms or so: hands out what turned out to be typed by a person. */
    public List<WedgeEvent> idle(long nanoTime) {
        if (nanoTime - lastNanos <= GAP.toNanos()) {
            return List.of();
        }
        swallowLineFeed = false;
        return burst.isEmpty() ? List.of() : List.of(flush());
    }

    private Typed flush() {
        Typed typed = new Typed(burst.toString());
        burst.setLength(0);
        return typed;
    }
}
