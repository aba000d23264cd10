package io.fulfillx.scanner.wedge;

/** Counts the keys that are down, as far as that is told. */
final class KeysDown {
    private static final int MOST = 6;

    private int down;
    private char last;
    private boolean told;

    /** Whether another key was still down when this one was pressed. */
    boolean pressed(char character) {
        boolean held = down > 0;
        if (held && character == last) {
            // A key held down repeats itself.
            return false;
        }
        last = character;
        down = Math.min(MOST, down + 1);
        return held;
    }

    void released() {
        told = true;
        down = Math.max(0, down - 1);
    }

    /** Nobody types any more. */
    void forget() {
        down = 0;
    }

    /** Whether releases are told at all. */
    boolean areTold() {
        return told;
    }
}
