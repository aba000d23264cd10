package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

/** What a part of a value may be written with (GS1 General Specifications, 7.11). */
enum CharacterSet {
    DIGITS('d', "0123456789", Gs1Problem.NOT_A_DIGIT),
    SET_82(
            't',
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
                    + "abcdefghijklmnopqrstuvwxyz",
            Gs1Problem.NOT_IN_SET_82),
    SET_39('u', "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", Gs1Problem.NOT_IN_SET_39),
    /** With up to two equal signs as padding at the end. */
    SET_64(
            'b',
            "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
            Gs1Problem.NOT_IN_SET_64);

    private static final int MOST_PADDING = 2;
    private static final int PADDED_TO = 3;

    private final char letter;
    private final String characters;
    private final Gs1Problem problem;

    /** The characters as bits, see {@link AsciiSet}. */
    private final long low;

    private final long high;

    CharacterSet(char letter, String characters, Gs1Problem problem) {
        this.letter = letter;
        this.characters = characters;
        this.problem = problem;
        AsciiSet allowed = AsciiSet.of(characters);
        this.low = allowed.low();
        this.high = allowed.high();
    }

    /** By the letter that stands for it in our table. */
    static CharacterSet named(char letter) {
        for (CharacterSet set : values()) {
            if (set.letter == letter) {
                return set;
            }
        }
        throw new IllegalArgumentException("no character set " + letter);
    }

    /** The characters in their order, which is their value where a check is computed. */
    String characters() {
        return characters;
    }

    boolean has(char c) {
        return AsciiSet.has(low, high, c);
    }

    @Nullable Finding check(String text, int from, int to) {
        int end = to;
        if (this == SET_64) {
            while (end > from && text.charAt(end - 1) == '=') {
                end--;
            }
            int padding = to - end;
            if (padding > MOST_PADDING || padding > 0 && (to - from) % PADDED_TO != 0) {
                return new Finding(Gs1Problem.WRONG_PADDING, end, padding);
            }
        }
        for (int i = from; i < end; i++) {
            if (!has(text.charAt(i))) {
                return new Finding(problem, i, 1);
            }
        }
        return null;
    }
}
