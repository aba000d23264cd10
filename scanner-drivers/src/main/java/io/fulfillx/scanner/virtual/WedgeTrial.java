package io.fulfillx.scanner.virtual;

import io.fulfillx.scanner.virtual.VirtualTypist.Habit;
import io.fulfillx.scanner.wedge.WedgeDecoder;
import io.fulfillx.scanner.wedge.WedgeEvent;
import io.fulfillx.scanner.wedge.WedgeSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Scanners and typists in turn at one keyboard, and what the decoder makes of it. Between two runs
 * of keys there is a pause of at least 250 ms: a hand that has typed must take up the scanner.
 */
public final class WedgeTrial {
    private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(16);
    private static final long LEAST_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long MORE_PAUSE = TimeUnit.MILLISECONDS.toNanos(1_500);
    private static final int GUN_SHARE = 2;
    private static final List<GunPace> PACES = List.of(GunPace.values());
    private static final List<Habit> HABITS = List.of(Habit.values());

    private final Random random;
    private final boolean releases;
    private final VirtualWedge wedge;
    private final VirtualTypist typist;
    private final WedgeDecoder decoder;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<String> scans = new ArrayList<>();
    private final StringBuilder typed = new StringBuilder();
    private final List<Long> handedOn = new ArrayList<>();
    private long now = TimeUnit.SECONDS.toNanos(1);

    /**
     * The same seed makes the same keys.
     *
     * @param releases whether the decoder is told when keys are let go
     */
    public WedgeTrial(long seed, WedgeSettings settings, boolean releases) {
        this.releases = releases;
        this.random = new Random(seed);
        this.wedge = new VirtualWedge(random);
        this.typist = new VirtualTypist(random);
        this.decoder = new WedgeDecoder(settings);
    }

    /** What became of the runs of one kind. */
    public static final class Tally {
        private int runs;
        private int right;
        private int scans;
        private int damaged;
        private long keys;
        private long heldNanos;
        private long longestHoldNanos;

        public int runs() {
            return runs;
        }

        /** Scans caught whole, with nothing leaked; typing that came out whole, and no scan. */
        public int right() {
            return right;
        }

        /** Runs that were taken for a scan. */
        public int scans() {
            return scans;
        }

        /** Scans delivered with another text. */
        public int damaged() {
            return damaged;
        }

        /** How much later keys came out than they were typed, on average. */
        public double meanHoldMillis() {
            return keys == 0 ? 0 : heldNanos / 1e6 / keys;
        }

        public double longestHoldMillis() {
            return longestHoldNanos / 1e6;
        }
    }

    /** Plays runs of all kinds, half by scanners and half by persons. */
    public Map<String, Tally> run(int runs) {
        for (int i = 0; i < runs; i++) {
            play(next());
        }
        return Map.copyOf(tallies);
    }

    private KeyBurst next() {
        if (random.nextInt(GUN_SHARE) == 0) {
            return wedge.scan(any(PACES));
        }
        return typist.type(any(HABITS));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Plays one run and counts what became of it. */
    public void play(KeyBurst burst) {
        now += LEAST_PAUSE + (long) (MORE_PAUSE * random.nextDouble());
        scans.clear();
        typed.setLength(0);
        handedOn.clear();
        long start = now;
        for (KeyBurst.Event event : burst.events()) {
            if (event.down()) {
                waitUntil(start + event.nanos());
                take(decoder.typed(event.character(), now));
            } else if (releases) {
                waitUntil(start + event.nanos());
                decoder.released();
            }
        }
        while (decoder.isWaiting()) {
            waitUntil(now + FRAME);
        }
        count(burst, start);
    }

    private void waitUntil(long time) {
        while (decoder.isWaiting() && now + FRAME < time) {
            now += FRAME;
            take(decoder.idle(now));
        }
        now = Math.max(now, time);
        take(decoder.idle(now));
    }

    private void take(List<WedgeEvent> events) {
        for (WedgeEvent event : events) {
            switch (event) {
                case WedgeEvent.Scanned(var text) -> scans.add(text);
                case WedgeEvent.Calibrated(var _) -> scans.add("");
                case WedgeEvent.Typed(var text) -> {
                    typed.append(text);
                    text.chars().forEach(_ -> handedOn.add(now));
                }
            }
        }
    }

    private void count(KeyBurst burst, long start) {
        Tally tally = tallies.computeIfAbsent(burst.kind(), _ -> new Tally());
        tally.runs++;
        tally.scans += scans.isEmpty() ? 0 : 1;
        if (burst.scan()) {
            boolean caught = scans.equals(List.of(burst.text())) && typed.isEmpty();
            tally.right += caught ? 1 : 0;
            tally.damaged += !caught && !scans.isEmpty() ? 1 : 0;
            return;
        }
        if (!scans.isEmpty() || !typed.toString().equals(burst.characters())) {
            return;
        }
        tally.right++;
        for (int i = 0; i < burst.keys().size(); i++) {
            long held = handedOn.get(i) - start - burst.keys().get(i).nanos();
            tally.keys++;
            tally.heldNanos += held;
            tally.longestHoldNanos = Math.max(tally.longestHoldNanos, held);
        }
    }
}
