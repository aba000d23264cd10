package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

/**
 * North American coupons: fields in a row, many led by a digit that tells their length (GS1 US
 * Coupon Application Guidelines). Stops at the first thing that is wrong.
 */
final class CouponRules {
    private static final int DATE_DIGITS = 6;
    private static final int OFFER_DIGITS = 6;
    private static final int FAMILY_DIGITS = 3;

    /** Added to the length digit of prefixes and serial numbers. */
    private static final int LONG = 6;

    private final String text;
    private final int start;
    private final int end;
    private int at;
    private @Nullable Finding finding;

    CouponRules(String text, int from, int to) {
        this.text = text;
        this.start = from;
        this.end = to;
        this.at = from;
    }

    /** A paper coupon. */
    @Nullable Finding coupon() {
        if (!digits()) {
            return finding;
        }
        prefix("0123456");
        skip(OFFER_DIGITS);
        sized("12345", 0);
        requirement();
        if (option('1')) {
            code("0123");
            requirement();
            prefix("01234569");
        }
        if (option('2')) {
            requirement();
            prefix("01234569");
        }
        dates();
        if (option('5')) {
            sized("0123456789", LONG);
        }
        if (option('6')) {
            prefix("1234567");
        }
        if (option('9')) {
            code("01256");
            code("012");
            skip(1);
            code("01");
        }
        return whole();
    }

    /** A coupon whose terms are kept in a file. */
    @Nullable Finding offer() {
        if (!digits()) {
            return finding;
        }
        code("01");
        sized("0123456", LONG);
        skip(OFFER_DIGITS);
        sized("0123456789", LONG);
        return whole();
    }

    private boolean digits() {
        finding = CharacterSet.DIGITS.check(text, start, end);
        return finding == null;
    }

    private @Nullable Finding whole() {
        if (finding == null && at < end) {
            wrong(Gs1Problem.COUPON_TOO_LONG, at, end - at);
        }
        return finding;
    }

    private void wrong(Gs1Problem problem, int from, int length) {
        if (finding == null) {
            finding = new Finding(problem, from, length);
        }
    }

    private boolean option(char digit) {
        if (finding == null && at < end && text.charAt(at) == digit) {
            at++;
            return true;
        }
        return false;
    }

    private void skip(int digits) {
        if (finding == null && end - at < digits) {
            wrong(Gs1Problem.COUPON_CUT_OFF, at, end - at);
        }
        at += digits;
    }

    private char code(String allowed) {
        skip(1);
        if (finding != null) {
            return '0';
        }
        char code = text.charAt(at - 1);
        if (allowed.indexOf(code) < 0) {
            wrong(Gs1Problem.WRONG_COUPON_CODE, at - 1, 1);
        }
        return code;
    }

    private void sized(String allowed, int more) {
        skip(code(allowed) - '0' + more);
    }

    /** A company prefix led by its length; 9 stands for none. */
    private void prefix(String allowed) {
        char length = code(allowed);
        if (length != '9') {
            skip(length - '0' + LONG);
        }
    }

    private void requirement() {
        sized("12345", 0);
        code("012349");
        skip(FAMILY_DIGITS);
    }

    private void dates() {
        int expiry = option('3') ? date() : -1;
        int first = option('4') ? date() : -1;
        boolean both = finding == null && expiry >= 0 && first >= 0;
        if (both
                && text.substring(first, first + DATE_DIGITS)
                                .compareTo(text.substring(expiry, expiry + DATE_DIGITS))
                        > 0) {
            wrong(Gs1Problem.COUPON_ENDS_BEFORE_IT_STARTS, expiry, at - expiry);
        }
    }

    private int date() {
        int from = at;
        skip(DATE_DIGITS);
        if (finding == null && DateRules.shortDate(text, from, false) != null) {
            wrong(Gs1Problem.WRONG_COUPON_DATE, from, DATE_DIGITS);
        }
        return from;
    }
}
