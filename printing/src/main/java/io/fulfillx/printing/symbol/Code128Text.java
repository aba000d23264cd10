package io.fulfillx.printing.symbol;

import java.util.List;

/** The text of Code 128 characters: code sets, shifts and function characters. */
final class Code128Text {
    private static final int SHIFT = 98;
    private static final int CODE_C = 99;
    private static final int CODE_B = 100;
    private static final int CODE_A = 101;
    private static final int FNC1 = 102;
    private static final char SEPARATOR = 0x1d;

    private final StringBuilder text = new StringBuilder();
    private char set;
    private boolean shifted;
    private boolean upperOnce;
    private boolean upper;
    private String aimId = "]C0";

    private Code128Text(int start) {
        set = (char) ('A' + start - 103);
    }

    /**
     * @param values start character and data, without check and stop
     */
    static Code128Text of(List<Integer> values) {
        Code128Text text = new Code128Text(values.getFirst());
        for (int i = 1; i < values.size(); i++) {
            text.take(values.get(i), i);
        }
        return text;
    }

    String payload() {
        return text.toString();
    }

    String aimId() {
        return aimId;
    }

    private void take(int value, int index) {
        if (value == FNC1) {
            separate(index);
        } else if (set == 'C') {
            if (value < 100) {
                text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
            } else {
                set = value == CODE_B ? 'B' : 'A';
            }
        } else if (value < 96) {
            character(value);
        } else {
            function(value);
        }
    }

    private void separate(int index) {
        if (index == 1) {
            aimId = "]C1";
        } else if (index == 2 && (text.length() == 2 || Character.isLetter(text.charAt(0)))) {
            aimId = "]C2";
        } else {
            text.append(SEPARATOR);
        }
    }

    private void character(int value) {
        boolean setA = set == 'A' != shifted;
        shifted = false;
        int code = setA && value >= 64 ? value - 64 : value + 32;
        boolean high = upper != upperOnce;
        upperOnce = false;
        text.append((char) (high ? code + 128 : code));
    }

    private void function(int value) {
        boolean fnc4 = value == (set == 'A' ? CODE_A : CODE_B);
        if (value == SHIFT) {
            shifted = true;
        } else if (fnc4 && upperOnce) {
            upper = !upper;
            upperOnce = false;
        } else if (fnc4) {
            upperOnce = true;
        } else if (value == CODE_C) {
            set = 'C';
        } else if (value == CODE_B) {
            set = 'B';
        } else if (value == CODE_A) {
            set = 'A';
        }
    }
}
