package io.fulfillx.scanner.wedge;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Puts right what a scanner set to one keyboard layout types on a computer set to another: each
 * character is traced back to its key, and the key read in the scanner's layout.
 *
 * @param scanner the layout the scanner is set to
 * @param host the layout the computer is set to
 * @param swappedCase the computer's caps lock is on and the scanner does not know
 */
public record LayoutRepair(KeyboardLayout scanner, KeyboardLayout host, boolean swappedCase) {
    /** Combining marks and the keys that make them, as a keyboard has them. */
    private static final String MARKS = "\u0300\u0301\u0302\u0308";

    private static final String MARK_KEYS = "`´^¨";

    /** Both alike: nothing to put right. */
    public static LayoutRepair none() {
        return new LayoutRepair(KeyboardLayout.US, KeyboardLayout.US, false);
    }

    /** Whether it changes anything. */
    public boolean isNeeded() {
        return scanner != host || swappedCase;
    }

    /** As in a setting: {@code us>de}, {@code us>de+caps}. */
    public String code() {
        return scanner.code() + ">" + host.code() + (swappedCase ? "+caps" : "");
    }

    /** Reads {@link #code}; empty when it is none. */
    public static Optional<LayoutRepair> parse(String code) {
        String pair = code.endsWith("+caps") ? code.substring(0, code.length() - 5) : code;
        String[] sides = pair.split(">", -1);
        if (sides.length != 2) {
            return Optional.empty();
        }
        return layout(sides[0])
                .flatMap(
                        scanner ->
                                layout(sides[1])
                                        .map(
                                                host ->
                                                        new LayoutRepair(
                                                                scanner,
                                                                host,
                                                                !pair.equals(code))));
    }

    private static Optional<KeyboardLayout> layout(String code) {
        return Arrays.stream(KeyboardLayout.values())
                .filter(layout -> layout.code().equals(code))
                .findFirst();
    }

    /** What the scanner meant. What no key of the host types stays as it is. */
    public String repaired(String typed) {
        if (!isNeeded()) {
            return typed;
        }
        StringBuilder meant = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char character = typed.charAt(i);
            if (host.press(character) >= 0) {
                meant.append(meant(character));
            } else {
                meant.append(taken(character));
            }
        }
        return meant.toString();
    }

    /** An accented letter that has no key came from a dead key and a letter. */
    private String taken(char character) {
        String apart = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD);
        int mark = apart.length() == 2 ? MARKS.indexOf(apart.charAt(1)) : -1;
        return mark < 0
                ? String.valueOf(character)
                : "" + meant(MARK_KEYS.charAt(mark)) + meant(apart.charAt(0));
    }

    private char meant(char typed) {
        int press = host.press(typed);
        if (press < 0) {
            return typed;
        }
        return scanner.types(swappedCase && letter(press) ? otherCase(press) : press);
    }

    /** Caps lock changes letters only. */
    private boolean letter(int press) {
        return Character.isLetter(host.types(press)) && Character.isLetter(scanner.types(press));
    }

    private static int otherCase(int press) {
        return press < KeyboardLayout.KEYS
                ? press + KeyboardLayout.KEYS
                : press - KeyboardLayout.KEYS;
    }

    /** What the computer types when the scanner means this text: the fault, for tests. */
    public String garbled(String meant) {
        StringBuilder typed = new StringBuilder(meant.length());
        char pending = 0;
        for (int i = 0; i < meant.length(); i++) {
            char character = meant.charAt(i);
            int press = scanner.press(character);
            char next =
                    press < 0
                            ? character
                            : host.types(swappedCase && letter(press) ? otherCase(press) : press);
            if (pending != 0) {
                typed.append(composed(pending, next));
                pending = 0;
            } else if (press >= 0 && host.isDead(next)) {
                pending = next;
            } else {
                typed.append(next);
            }
        }
        return pending == 0 ? typed.toString() : typed.append(pending).toString();
    }

    private static String composed(char dead, char next) {
        String both =
                Normalizer.normalize(
                        "" + next + MARKS.charAt(MARK_KEYS.indexOf(dead)), Normalizer.Form.NFC);
        return both.length() == 1 ? both : "" + dead + next;
    }
}
