package io.fulfillx.scanner.virtual;

import io.fulfillx.scanner.virtual.KeyBurst.Press;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A person at the keyboard, at up to 140 words a minute. The pauses depend on the hands the two
 * keys need, vary by chance, and are short where one key is rolled over into the next.
 */
public final class VirtualTypist {
    private static final double MILLIS_PER_KEY_AT_ONE_WORD = 12_000;
    private static final double SLOWEST = 20;
    private static final double FASTEST = 140;
    private static final int SHAPE = 6;
    private static final String LEFT_HAND = "qwertasdfgzxcvb12345";
    private static final String SAME_FINGER = "qaz1 wsx2 edc3 rfvtgb45 yhnujm67 ik8 ol9 p0";
    private static final String[] WORDS = {
        "box",
        "damaged",
        "the",
        "label",
        "customer",
        "short",
        "two",
        "pieces",
        "missing",
        "left",
        "note",
        "fragile",
        "please",
        "check",
        "order",
        "weight",
        "tape",
        "urgent",
        "returned",
        "bench",
        "there",
        "and",
        "pack",
        "with",
        "green",
        "tote",
        "water",
        "inner",
        "carton"
    };

    private final RandomGenerator random;

    /** What a person does at a keyboard. */
    public enum Habit {
        /** A few words. */
        WORDS,
        /** A number: a quantity, a weight, an article number read from the box. */
        NUMBER,
        /** A code with letters and digits, as on a tote. */
        CODE,
        /** A key held down until it repeats. */
        HELD_KEY
    }

    public VirtualTypist(RandomGenerator random) {
        this.random = random;
    }

    /** One entry, mostly closed with Enter, sometimes with Tab or nothing. */
    public KeyBurst type(Habit habit) {
        double wordsPerMinute = SLOWEST + (FASTEST - SLOWEST) * random.nextDouble();
        if (habit == Habit.HELD_KEY) {
            return hold(MILLIS_PER_KEY_AT_ONE_WORD / wordsPerMinute);
        }
        return type(habit, wordsPerMinute);
    }

    /** One entry at a known speed; not for a key held down. */
    public KeyBurst type(Habit habit, double wordsPerMinute) {
        String text =
                switch (habit) {
                    case WORDS -> words();
                    case NUMBER -> from("0123456789", 1 + random.nextInt(13));
                    case CODE -> from("ABCDEFGHJKLMNPRSTUVX0123456789", 4 + random.nextInt(9));
                    case HELD_KEY -> throw new IllegalArgumentException("a key held has no speed");
                };
        List<Press> keys = new ArrayList<>();
        double millis = 0;
        double mean = MILLIS_PER_KEY_AT_ONE_WORD / wordsPerMinute;
        double hold = meanHold();
        int rolling = 0;
        String all = text + end();
        for (int i = 0; i < all.length(); i++) {
            if (i > 0) {
                rolling = rolling > 0 ? rolling - 1 : rollOver();
                millis +=
                        rolling > 0
                                ? 15 + 45 * random.nextDouble()
                                : pause(mean, all.charAt(i - 1), all.charAt(i));
            }
            letGo(keys, all.charAt(i), millis);
            keys.add(press(all.charAt(i), millis, hold));
        }
        return new KeyBurst("person " + word(habit), false, text, keys);
    }

    private static String word(Habit habit) {
        return habit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private int rollOver() {
        return random.nextDouble() < 0.08 ? 1 + random.nextInt(3) : 0;
    }

    /** A gamma distribution by its sum of exponentials; most pauses are near the mean. */
    private double pause(double mean, char before, char next) {
        double sum = 0;
        for (int i = 0; i < SHAPE; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return mean * reach(before, next) * sum / SHAPE;
    }

    /** Other hand: quick; same finger: slow; the average over a text is about 1. */
    private static double reach(char before, char next) {
        char one = Character.toLowerCase(before);
        char two = Character.toLowerCase(next);
        for (String finger : SAME_FINGER.split(" ", -1)) {
            if (one != two && finger.indexOf(one) >= 0 && finger.indexOf(two) >= 0) {
                return 1.35;
            }
        }
        return LEFT_HAND.indexOf(one) >= 0 == LEFT_HAND.indexOf(two) >= 0 ? 1.1 : 0.85;
    }

    private String words() {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private String from(String characters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    private String end() {
        int kind = random.nextInt(10);
        return kind < 8 ? "\r" : kind == 8 ? "\t" : "";
    }

    private KeyBurst hold(double mean) {
        char held = "0aex1-".charAt(random.nextInt(6));
        double delay = 250 + 350 * random.nextDouble();
        double rate = 25 + 15 * random.nextDouble();
        int count = 4 + random.nextInt(30);
        double end = delay + rate * (count + random.nextDouble());
        List<Press> keys = new ArrayList<>();
        keys.add(new Press(held, 0, nanos(end)));
        for (int i = 0; i < count; i++) {
            double millis = delay + rate * i + random.nextDouble();
            keys.add(new Press(held, nanos(millis), nanos(end)));
        }
        String closing = end();
        if (!closing.isEmpty()) {
            double last = end + Math.max(20, mean * 0.5) * random.nextDouble();
            keys.add(press(closing.charAt(0), last, meanHold()));
        }
        return new KeyBurst("person held key", false, String.valueOf(held).repeat(count + 1), keys);
    }

    /** People differ; each is rather constant. */
    private double meanHold() {
        return 70 + 50 * random.nextDouble();
    }

    /** The same key must come up before it can be pressed again. */
    private static void letGo(List<Press> keys, char next, double millis) {
        for (int i = 0; i < keys.size(); i++) {
            Press key = keys.get(i);
            if (key.character() == next && key.upNanos() >= nanos(millis)) {
                long half = (key.nanos() + nanos(millis)) / 2;
                keys.set(i, new Press(next, key.nanos(), half));
            }
        }
    }

    private Press press(char character, double millis, double hold) {
        double held = Math.max(35, hold + 20 * random.nextGaussian());
        return new Press(character, nanos(millis), nanos(millis + held));
    }

    private static long nanos(double millis) {
        return (long) (millis * 1_000_000);
    }
}
