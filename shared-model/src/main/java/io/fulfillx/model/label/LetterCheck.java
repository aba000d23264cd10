package io.fulfillx.model.label;

/** The check digit of UPS and OnTrac: every second character counts double, A is 2, B is 3… */
public final class LetterCheck {
    private static final int TEN = 10;

    private LetterCheck() {}

    /** Over all but the last of these digits and capital letters. */
    public static char of(String text) {
        int sum = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            int value = c <= '9' ? c - '0' : (c - 'A' + 2) % TEN;
            sum += i % 2 == 0 ? value : value * 2;
        }
        return (char) ('0' + (TEN - sum % TEN) % TEN);
    }
}
