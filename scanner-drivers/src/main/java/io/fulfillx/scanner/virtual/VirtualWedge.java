package io.fulfillx.scanner.virtual;

import io.fulfillx.scanner.virtual.KeyBurst.Press;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A scanner that plays keyboard. */
public final class VirtualWedge {
    private static final double QUICKEST = 1;
    private static final double SLOWEST = 60;
    private static final double SHORTEST_HOLD = 0.1;
    private static final double HOLDS = 0.8;
    private static final double NANOS = 1e6;

    private final RandomGenerator random;
    private final BarcodeMaker barcodes;

    public VirtualWedge(RandomGenerator random) {
        this.random = random;
        this.barcodes = new BarcodeMaker(random);
    }

    /** Any barcode of a warehouse, at any pace from 1 to 60 ms a key, closed with Enter. */
    public KeyBurst scan(GunPace pace) {
        double millis = QUICKEST + (SLOWEST - QUICKEST) * random.nextDouble();
        return scan(pace, millis, barcodes.next(), "\r");
    }

    /**
     * @param paceMillis the scanner's own pause between keys
     * @param end such as {@code \r}; may be empty
     */
    public KeyBurst scan(GunPace pace, double paceMillis, String text, String end) {
        String all = text + end;
        double[] times = pace.times(all.length(), paceMillis, random);
        double held = SHORTEST_HOLD + HOLDS * random.nextDouble();
        List<Press> keys = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            double next = i + 1 < times.length ? times[i + 1] : times[i] + paceMillis;
            double up = times[i] + Math.min(next - times[i], held * paceMillis);
            keys.add(new Press(all.charAt(i), (long) (times[i] * NANOS), (long) (up * NANOS)));
        }
        String kind = "gun " + pace.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new KeyBurst(kind, true, text, keys);
    }
}
