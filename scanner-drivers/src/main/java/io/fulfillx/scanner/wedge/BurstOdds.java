package io.fulfillx.scanner.wedge;

import java.util.Arrays;

/**
 * How much likelier the pauses between keys are from a scanner than from a person, as the natural
 * logarithm of the ratio. Both are described by families of models, of which nobody knows the right
 * one beforehand: a scanner keeps some pace between 1 and 66 ms well or badly, or sends its keys in
 * bunches; a person has a median pause of 75 ms and more, varies much, and rolls over some keys.
 */
final class BurstOdds {
    private static final double[] PACES = {1, 2, 3, 5, 8, 12, 17, 23, 30, 38, 47, 57, 66};
    private static final double[] PACE_SPREADS = {0.06, 0.15, 0.3};
    private static final double[] BUNCH_PAUSES = {10, 20, 40, 80};
    private static final double[] MEDIANS = {75, 90, 110, 140, 190, 260, 380};
    private static final double[] PERSON_SPREADS = {0.35, 0.5};

    private static final double BUNCHED = 0.6;
    private static final double BUNCH_SPREAD = 0.5;
    private static final double BUNCH_PAUSE_SPREAD = 0.35;
    private static final double ROLLED_OVER = 0.12;
    private static final double ROLL_OVER_MILLIS = 45;
    private static final double ROLL_OVER_SPREAD = 0.45;

    /** A busy computer or a bad radio link makes any pause, now and then. */
    private static final double DISTURBED = 0.02;

    private static final double DISTURBED_DENSITY = 1 / Math.log(400);

    private static final int PACE_MODELS = PACES.length * PACE_SPREADS.length;
    private static final int SCANNERS = PACE_MODELS + BUNCH_PAUSES.length;
    private static final int PERSONS = MEDIANS.length * PERSON_SPREADS.length;

    /** How long a person holds a key, and how much that varies. */
    private static final double HELD_MILLIS = 92;

    private static final double HELD_SPREAD = 30;
    private static final double SCANNER_OVERLAPS = 0.02;
    private static final double PERSON_SELDOM = 0.04;

    private final double[] scanner = new double[SCANNERS];
    private final double[] person = new double[PERSONS];
    private double odds;
    private double overlaps;

    /** Forgets all: a new run of keys begins. */
    void begin() {
        Arrays.fill(scanner, 0);
        Arrays.fill(person, 0);
        odds = 0;
        overlaps = 0;
    }

    /**
     * Whether the key before was still down when the next one was pressed. A person who is quick
     * presses the next key before the last one is up; a scanner lets go first.
     *
     * @param millis between the two presses
     */
    void overlap(boolean stillDown, double millis) {
        double z = (millis - HELD_MILLIS) / HELD_SPREAD;
        // The logistic curve is near enough to the normal distribution here.
        double likely = 1 / (1 + Math.exp(1.7 * z));
        double person = Math.clamp(likely, PERSON_SELDOM, 1 - PERSON_SELDOM);
        overlaps +=
                stillDown
                        ? Math.log(SCANNER_OVERLAPS / person)
                        : Math.log((1 - SCANNER_OVERLAPS) / (1 - person));
    }

    /** One more pause. */
    void pause(double millis) {
        double x = Math.log1p(Math.max(0, millis));
        double disturbed = DISTURBED * DISTURBED_DENSITY;
        int model = 0;
        for (double pace : PACES) {
            for (double spread : PACE_SPREADS) {
                double wide = Math.max(spread, 0.4 / Math.sqrt(pace));
                double density = (1 - DISTURBED) * bell(x, Math.log1p(pace), wide) + disturbed;
                scanner[model] += Math.log(density);
                model++;
            }
        }
        double together = BUNCHED * bell(x, Math.log(1.5), BUNCH_SPREAD);
        for (double pause : BUNCH_PAUSES) {
            double density =
                    together
                            + (1 - BUNCHED) * bell(x, Math.log1p(pause), BUNCH_PAUSE_SPREAD)
                            + disturbed;
            scanner[model] += Math.log(density);
            model++;
        }
        double rolled = ROLLED_OVER * bell(x, Math.log1p(ROLL_OVER_MILLIS), ROLL_OVER_SPREAD);
        model = 0;
        for (double median : MEDIANS) {
            for (double spread : PERSON_SPREADS) {
                double density = (1 - ROLLED_OVER) * bell(x, Math.log1p(median), spread) + rolled;
                person[model] += Math.log(density + 1e-9);
                model++;
            }
        }
        odds = mean(scanner) - mean(person);
    }

    /** Above 0 it is rather a scanner, below rather a person. */
    double odds() {
        return odds + overlaps;
    }

    private static double bell(double x, double middle, double spread) {
        double distance = (x - middle) / spread;
        return Math.exp(-distance * distance / 2) / (spread * Math.sqrt(2 * Math.PI));
    }

    /** The logarithm of the mean of what the logarithms are of. */
    private static double mean(double[] logarithms) {
        double most = Double.NEGATIVE_INFINITY;
        for (double each : logarithms) {
            most = Math.max(most, each);
        }
        double sum = 0;
        for (double each : logarithms) {
            sum += Math.exp(each - most);
        }
        return most + Math.log(sum / logarithms.length);
    }
}
