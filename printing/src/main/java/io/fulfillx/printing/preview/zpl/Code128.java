package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.symbol.Code128Table;

import java.util.ArrayList;
import java.util.List;

/** Code 128 as ZPL programs it: subsets chosen by the data, or by the fewest characters. */
final class Code128 {
    static final char FNC1 = '\u00f1';

    private static final int SHIFT = 98;
    private static final int TO_C = 99;
    private static final int TO_B = 100;
    private static final int TO_A = 101;
    private static final int FUNCTION_1 = 102;
    private static final int MODULUS = 103;

    /** A symbol and its plain text. */
    record Symbol(int[] widths, String text) {}

    private final List<Integer> values = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private char subset = 'B';

    private Code128() {}

    private Symbol symbol() {
        long sum = values.get(0);
        for (int i = 1; i < values.size(); i++) {
            sum += (long) i * values.get(i);
        }
        values.add((int) (sum % MODULUS));
        values.add(Code128Table.STOP);
        int[] widths = new int[values.size() * 6 + 1];
        for (int i = 0; i < values.size(); i++) {
            int count = values.get(i) == Code128Table.STOP ? 7 : 6;
            for (int k = 0; k < count; k++) {
                widths[i * 6 + k] = Code128Table.width(values.get(i), k);
            }
        }
        return new Symbol(widths, text.toString());
    }

    /** Mode N: subsets and function characters are written as {@code >} and a letter. */
    static Symbol programmed(String data) {
        Code128 code = new Code128();
        int at = 0;
        if (data.length() > 1 && data.charAt(0) == '>' && "9:;".indexOf(data.charAt(1)) >= 0) {
            code.start("ABC".charAt("9:;".indexOf(data.charAt(1))));
            at = 2;
        } else {
            code.start('B');
        }
        while (at < data.length()) {
            at += code.programmedAt(data, at);
        }
        return code.symbol();
    }

    private void start(char first) {
        subset = first;
        values.add(Code128Table.START_A + first - 'A');
    }

    private int programmedAt(String data, int at) {
        char letter = data.charAt(at);
        if (letter == '>' && at + 1 < data.length()) {
            invoke(data.charAt(at + 1));
            return 2;
        }
        if (subset == 'B') {
            if (letter >= ' ' && letter < 128) {
                values.add(letter - ' ');
                text.append(letter);
            }
            return 1;
        }
        if (at + 1 >= data.length()) {
            return 1;
        }
        int units = Character.digit(data.charAt(at + 1), 10);
        if (units < 0) {
            return data.charAt(at + 1) == '>' ? 1 : 2;
        }
        int value = Math.max(0, Character.digit(letter, 10)) * 10 + units;
        values.add(value);
        if (subset == 'C') {
            text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
        } else if (value < 64) {
            text.append((char) (value + ' '));
        }
        return 2;
    }

    private void invoke(char letter) {
        switch (letter) {
            case '<' -> literal('^');
            case '0' -> literal('>');
            case '=' -> literal('~');
            case '1' -> values.add(95);
            case '2' -> values.add(96);
            case '3' -> values.add(97);
            case '4' -> values.add(SHIFT);
            case '5' -> latch('C', TO_C);
            case '6' -> latch('B', TO_B);
            case '7' -> latch('A', TO_A);
            case '8' -> values.add(FUNCTION_1);
            case '9', ':', ';' -> {
                char next = "ABC".charAt("9:;".indexOf(letter));
                latch(next, next == 'A' ? TO_A : next == 'B' ? TO_B : TO_C);
            }
            default -> {}
        }
    }

    private void literal(char letter) {
        if (subset != 'C' && (subset == 'B' || letter != '~')) {
            values.add(letter - ' ');
            text.append(letter);
        }
    }

    private void latch(char next, int value) {
        subset = next;
        values.add(value);
    }

    /**
     * Fewest characters: subset C for runs of digits, A only for control characters.
     *
     * @param data {@link #FNC1} stands for function 1
     */
    static Symbol shortest(String data, String text) {
        Code128 code = new Code128();
        code.text.append(text);
        boolean started = false;
        for (int at = 0; at < data.length(); ) {
            char wanted = code.choose(data, at, started);
            if (!started) {
                code.start(wanted);
                started = true;
            } else if (wanted != code.subset) {
                code.latch(wanted, wanted == 'A' ? TO_A : wanted == 'B' ? TO_B : TO_C);
            }
            at += code.add(data, at);
        }
        if (!started) {
            code.start('B');
        }
        return code.symbol();
    }

    private char choose(String data, int at, boolean started) {
        int digits = digits(data, at);
        char letter = data.charAt(at);
        if (letter == FNC1) {
            return started ? subset : digits(data, at + 1) >= 2 ? 'C' : 'B';
        }
        if (started && subset == 'C' && digits >= 2) {
            return 'C';
        }
        if (digits >= (started ? 4 : 2) && (digits % 2 == 0 || !started)) {
            return 'C';
        }
        if (letter < ' ') {
            return 'A';
        }
        return started && subset == 'A' && letter < '`' ? 'A' : 'B';
    }

    private static int digits(String data, int from) {
        int at = from;
        while (at < data.length() && data.charAt(at) >= '0' && data.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private int add(String data, int at) {
        char letter = data.charAt(at);
        if (letter == FNC1) {
            values.add(FUNCTION_1);
            return 1;
        }
        if (subset == 'C') {
            values.add((letter - '0') * 10 + data.charAt(at + 1) - '0');
            return 2;
        }
        if (letter >= 128) {
            throw new IllegalArgumentException("Code 128 has no character " + (int) letter);
        }
        values.add(letter < ' ' ? letter + 64 : letter - ' ');
        return 1;
    }
}
