package io.fulfillx.scanner.virtual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A run of keys by one scanner or one person.
 *
 * @param kind the name of what made it
 * @param scan whether a scanner made it
 * @param text what was meant, without the closing Enter or Tab
 * @param keys all keys, in order of time
 */
public record KeyBurst(String kind, boolean scan, String text, List<Press> keys) {
    public KeyBurst {
        keys = List.copyOf(keys);
    }

    /**
     * @param nanos when it is pressed, since the first key
     * @param upNanos when it is let go, since the first key
     */
    public record Press(char character, long nanos, long upNanos) {}

    /** The characters of all keys. */
    public String characters() {
        StringBuilder all = new StringBuilder();
        keys.forEach(key -> all.append(key.character()));
        return all.toString();
    }

    /** Plays it, the first key at a time. */
    public void play(long startNanos, KeySink sink) {
        for (Event event : events()) {
            if (event.down()) {
                sink.typed(event.character(), startNanos + event.nanos());
            } else {
                sink.released(event.character(), startNanos + event.nanos());
            }
        }
    }

    /** A key going down or up. */
    public record Event(char character, boolean down, long nanos) {}

    /** All presses and releases in order of time; at the same time in order of the keys. */
    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (Press key : keys) {
            events.add(new Event(key.character(), true, key.nanos()));
            events.add(new Event(key.character(), false, key.upNanos()));
        }
        events.sort(Comparator.comparingLong(Event::nanos));
        return events;
    }

    /** From the first key to the last. */
    public long lengthNanos() {
        return keys.isEmpty() ? 0 : keys.getLast().nanos();
    }
}
