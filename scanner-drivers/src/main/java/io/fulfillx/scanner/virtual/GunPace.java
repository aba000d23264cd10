package io.fulfillx.scanner.virtual;

import java.util.random.RandomGenerator;

/** When the keys of a scanner arrive. */
public enum GunPace {
    /** A firmware timer, seen through a USB port that is asked every millisecond. */
    STEADY {
        @Override
        void arrive(double[] times, double pace, RandomGenerator random) {
            for (int i = 1; i < times.length; i++) {
                double gap = pace * (1 + 0.03 * random.nextGaussian());
                times[i] = times[i - 1] + Math.max(0, gap);
            }
            rasterize(times, 1);
        }
    },
    /** A timer seen through a port that is asked every 8 or 10 ms. */
    POLLED {
        @Override
        void arrive(double[] times, double pace, RandomGenerator random) {
            STEADY.arrive(times, pace, random);
            rasterize(times, random.nextBoolean() ? 8 : 10);
        }
    },
    /** Each pause anything from half to one and a half of the pace. */
    UNEVEN {
        @Override
        void arrive(double[] times, double pace, RandomGenerator random) {
            for (int i = 1; i < times.length; i++) {
                times[i] = times[i - 1] + pace * (0.5 + random.nextDouble());
            }
        }
    },
    /** Mostly near the pace, now and then far above. */
    JITTERY {
        @Override
        void arrive(double[] times, double pace, RandomGenerator random) {
            for (int i = 1; i < times.length; i++) {
                times[i] = times[i - 1] + pace * Math.exp(0.2 * random.nextGaussian());
            }
        }
    },
    /** Keys wait for the next radio interval, and for one or two more when it is disturbed. */
    BLUETOOTH {
        @Override
        void arrive(double[] times, double pace, RandomGenerator random) {
            STEADY.arrive(times, pace, random);
            double interval = INTERVALS[random.nextInt(INTERVALS.length)];
            double free = 0;
            for (int i = 0; i < times.length; i++) {
                double sent = Math.ceil(Math.max(times[i], free) / interval) * interval;
                if (random.nextDouble() < 0.03) {
                    sent += interval * (1 + random.nextInt(2));
                }
                free = sent;
                times[i] = sent + 0.3 * i;
            }
        }
    },
    /** A timer, and a computer that does something else for up to 120 ms now and then. */
    BUSY_HOST {
        @Override
        void arrive(double[] times, double pace, RandomGenerator random) {
            STEADY.arrive(times, pace, random);
            double free = 0;
            for (int i = 0; i < times.length; i++) {
                double seen = Math.max(times[i], free);
                if (random.nextDouble() < 0.01) {
                    seen += 20 + 100 * random.nextDouble();
                    free = seen;
                }
                times[i] = seen;
            }
        }
    };

    private static final double[] INTERVALS = {7.5, 11.25, 15, 30, 50};

    /** Fills in when each key arrives, in milliseconds; the first stands at 0. */
    abstract void arrive(double[] times, double pace, RandomGenerator random);

    /**
     * @param keys how many
     * @param paceMillis the scanner's own pause between keys
     * @return when each arrives, in milliseconds since the first
     */
    public double[] times(int keys, double paceMillis, RandomGenerator random) {
        double[] times = new double[keys];
        arrive(times, paceMillis, random);
        double first = times[0];
        for (int i = 0; i < keys; i++) {
            times[i] -= first;
        }
        return times;
    }

    private static void rasterize(double[] times, double step) {
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.ceil(times[i] / step) * step;
        }
    }
}
