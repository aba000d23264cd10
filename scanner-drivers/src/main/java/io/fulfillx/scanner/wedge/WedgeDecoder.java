package io.fulfillx.scanner.wedge;

import io.fulfillx.scanner.wedge.WedgeEvent.Calibrated;
import io.fulfillx.scanner.wedge.WedgeEvent.Scanned;
import io.fulfillx.scanner.wedge.WedgeEvent.Typed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells a scanner that plays keyboard from a person, by the pauses between keys and the shape of
 * the text. Keys are held back until it is certain enough which of the two it is. A person's keys
 * then all come out again in order, and the next ones pass at once until there is a pause; a
 * scanner's come out as one scan. Nothing is ever swallowed but a scan's closing keys. Not for
 * several threads.
 */
public final class WedgeDecoder {
    /** No key is held longer, unless its run looks rather like a scanner's. */
    public static final Duration LONGEST_HOLD = Duration.ofMillis(280);

    /** By now a run must look surely like a scanner's. */
    private static final long LATEST = Duration.ofMillis(700).toNanos();

    /** How long the rest of a certain scan may be late, or its Enter missing. */
    private static final long SCAN_PATIENCE = Duration.ofMillis(300).toNanos();

    /** Longer than any barcode on a bench; more is a key held down or a paste. */
    private static final int MOST_CHARACTERS = 4_096;

    private static final long REPEAT_DELAY = Duration.ofSeconds(1).toNanos();
    private static final long ALT_ECHO = Duration.ofMillis(40).toNanos();
    private static final double SURELY_SCANNER = 5;
    private static final double SURELY_PERSON = -7;
    private static final double KNOWN_PREFIX = 3;
    private static final double NANOS = 1e6;
    private static final int LEAST_REPEATS = 3;

    private WedgeSettings settings;
    private final BurstOdds odds = new BurstOdds();
    private final KeysDown keys = new KeysDown();
    private final AltCode alt = new AltCode();
    private final StringBuilder burst = new StringBuilder();
    private long firstNanos;
    private long lastNanos;

    /** A person is typing: keys pass at once until there is a pause. */
    private boolean typing;

    /** The last key that came out as typed, for the repeats of a key held down. */
    private char lastTyped;

    private long lastTypedNanos;
    private boolean repeats;

    /** What still belongs to the scan just ended when it follows at once: the LF of CRLF. */
    private String rest = "";

    private long restUntil;
    private char altCode;
    private long altNanos;

    public WedgeDecoder() {
        this(WedgeSettings.usual());
    }

    public WedgeDecoder(WedgeSettings settings) {
        this.settings = settings;
    }

    /** As given, with the repair that the calibration barcode has brought since. */
    public WedgeSettings settings() {
        return settings;
    }

    /** Changes how scans are read from now on; what is held back is not lost. */
    public void use(WedgeSettings other) {
        settings = other;
    }

    /**
     * Takes one character; Enter is CR or LF. GS typed as Ctrl and a key comes as 0x1D.
     *
     * @param nanoTime when it was typed, by {@link System#nanoTime}
     * @return what has become certain by it, in order; often nothing yet
     */
    public List<WedgeEvent> typed(char character, long nanoTime) {
        List<WedgeEvent> events = new ArrayList<>(idle(nanoTime));
        if (isOtherHalf(character, nanoTime) || isEchoOfAlt(character, nanoTime)) {
            return events;
        }
        if (typing) {
            keys.pressed(character);
            lastNanos = nanoTime;
            events.add(pass(character));
            return events;
        }
        boolean stillDown = keys.pressed(character);
        if (burst.isEmpty()) {
            begin(character, nanoTime);
        } else {
            double millis = (nanoTime - lastNanos) / NANOS;
            odds.pause(millis);
            if (keys.areTold() && character != burst.charAt(burst.length() - 1)) {
                odds.overlap(stillDown, millis);
            }
            repeats &= character == burst.charAt(0);
        }
        lastNanos = nanoTime;
        burst.append(character);
        if (isEnd(character)) {
            events.add(closed());
        } else if (isPersonFor(nanoTime)) {
            typing = true;
            events.add(flush());
        }
        return events;
    }

    /**
     * A key that types was let go. Telling this is not needed, but makes it much surer who types.
     */
    public void released() {
        keys.released();
    }

    private void begin(char character, long nanoTime) {
        odds.begin();
        firstNanos = nanoTime;
        repeats = character == lastTyped && nanoTime - lastTypedNanos < REPEAT_DELAY;
    }

    private static boolean isEnd(char character) {
        return character == '\r' || character == '\n' || character == '\t';
    }

    private boolean isOtherHalf(char character, long nanoTime) {
        boolean half = rest.indexOf(character) >= 0 && nanoTime - restUntil < 0;
        rest = half && character == '\r' ? "\n" : "";
        return half;
    }

    /** Windows types the character itself when Alt is released. */
    private boolean isEchoOfAlt(char character, long nanoTime) {
        boolean echo = character == altCode && nanoTime - altNanos < ALT_ECHO;
        altCode = 0;
        return echo && character != 0;
    }

    private Typed pass(char character) {
        remember(character);
        return new Typed(String.valueOf(character));
    }

    private void remember(char character) {
        lastTyped = character;
        lastTypedNanos = lastNanos;
    }

    private boolean isPersonFor(long nanoTime) {
        if (burst.length() > MOST_CHARACTERS || repeats && burst.length() >= LEAST_REPEATS) {
            return true;
        }
        double now = evidence();
        long age = nanoTime - firstNanos;
        return now < SURELY_PERSON
                || now < 0 && age > LONGEST_HOLD.toNanos()
                || now < SURELY_SCANNER && age > LATEST;
    }

    /** By the pauses and a known beginning; the shape of a text counts when it is complete. */
    private double evidence() {
        String prefix = settings.prefix();
        boolean known = !prefix.isEmpty() && burst.indexOf(prefix) == 0;
        return odds.odds() + (known ? KNOWN_PREFIX : 0);
    }

    /** Enter or Tab was typed. */
    private WedgeEvent closed() {
        String text = burst.substring(0, burst.length() - 1);
        boolean scan =
                text.length() >= settings.least()
                        && !repeats
                        && evidence() + TextShape.odds(text) > 0;
        if (!scan) {
            typing = true;
            return flush();
        }
        boolean carriageReturn = burst.charAt(burst.length() - 1) == '\r';
        burst.setLength(0);
        expect(carriageReturn ? "\n" : "", lastNanos + patience());
        return scanned(text);
    }

    private WedgeEvent scanned(String typed) {
        if (LayoutCalibration.isMeant(typed)) {
            Optional<LayoutRepair> found = LayoutCalibration.of(typed);
            if (found.isPresent()) {
                settings = settings.withRepair(found.get());
                return new Calibrated(found.get());
            }
        }
        return new Scanned(settings.text(typed));
    }

    /**
     * Call it every 50 ms or so while {@link #isWaiting}: hands out what turned out to be typed by
     * a person, and scans that no Enter closes.
     */
    public List<WedgeEvent> idle(long nanoTime) {
        long pause = nanoTime - lastNanos;
        if (pause <= patience()) {
            return List.of();
        }
        typing = false;
        if (burst.isEmpty()) {
            keys.forget();
            return List.of();
        }
        boolean sure = burst.length() >= settings.least() && !repeats && isSure();
        if (!sure) {
            return List.of(flush());
        }
        if (pause <= SCAN_PATIENCE) {
            return List.of();
        }
        String text = burst.toString();
        burst.setLength(0);
        expect("\r\n\t", nanoTime + SCAN_PATIENCE);
        return List.of(scanned(text));
    }

    private void expect(String closing, long until) {
        rest = closing;
        restUntil = until;
    }

    private boolean isSure() {
        return evidence() + TextShape.odds(burst) > SURELY_SCANNER;
    }

    private long patience() {
        return settings.patience().toNanos();
    }

    /** Whether {@link #idle} may have something to say. */
    public boolean isWaiting() {
        return !burst.isEmpty();
    }

    /**
     * The Down key, which some computers make of the LF in CRLF.
     *
     * @return whether it belongs to the scan just ended, and nobody else may see it
     */
    public boolean down(long nanoTime) {
        return isOtherHalf('\n', nanoTime);
    }

    /**
     * Ctrl and a key, named by what the key types alone.
     *
     * @return whether it stands for GS: then nobody else may see it, and 0x1D is to be given to
     *     {@link #typed}
     */
    public boolean isSeparator(char key) {
        return settings.repair().repaired(String.valueOf(key)).equals("]");
    }

    /** A digit of the numeric keypad while Alt is held. */
    public void altDigit(char digit) {
        alt.digit(digit);
    }

    /**
     * Alt was released.
     *
     * @return as {@link #typed}
     */
    public List<WedgeEvent> altReleased(long nanoTime) {
        char character = alt.finish();
        if (character == 0) {
            return List.of();
        }
        List<WedgeEvent> events = typed(character, nanoTime);
        altCode = character;
        altNanos = nanoTime;
        return events;
    }

    private Typed flush() {
        Typed typed = new Typed(burst.toString());
        remember(burst.charAt(burst.length() - 1));
        burst.setLength(0);
        return typed;
    }
}
