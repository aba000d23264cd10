package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

/** Dates and times, once they are known to be digits. */
final class DateRules {
    private static final int BASE = 10;
    private static final int MONTHS = 12;
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int FEBRUARY = 2;
    private static final int[] DAYS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private DateRules() {}

    /** By the word in our table; day0 takes day 00 for the month's end. */
    static Rule named(String word) {
        return switch (word) {
            case "day" -> (text, from, to) -> shortDate(text, from, false);
            case "day0" -> (text, from, to) -> shortDate(text, from, true);
            case "date" -> (text, from, to) -> longDate(text, from);
            case "time" -> (text, from, to) -> time(text, from);
            case "hour" -> (text, from, to) -> hour(text, from);
            case "minute" -> (text, from, to) -> minute(text, from);
            case "second" -> (text, from, to) -> second(text, from);
            default -> throw new IllegalArgumentException("no rule " + word);
        };
    }

    /** YYMMDD. Of the years it can mean until 2050, 00 is 2000, which is a leap year. */
    static @Nullable Finding shortDate(String text, int from, boolean monthEnd) {
        return date(two(text, from) % 4 == 0, text, from + 2, monthEnd);
    }

    /** YYYYMMDD. */
    static @Nullable Finding longDate(String text, int from) {
        int century = two(text, from);
        int year = two(text, from + 2);
        boolean leap = year == 0 ? century % 4 == 0 : year % 4 == 0;
        return date(leap, text, from + 4, false);
    }

    private static @Nullable Finding date(boolean leap, String text, int at, boolean monthEnd) {
        int month = two(text, at);
        if (month < 1 || month > MONTHS) {
            return new Finding(Gs1Problem.WRONG_MONTH, at, 2);
        }
        int day = two(text, at + 2);
        int last = month == FEBRUARY && !leap ? DAYS[month] - 1 : DAYS[month];
        return day > last || day == 0 && !monthEnd
                ? new Finding(Gs1Problem.WRONG_DAY, at + 2, 2)
                : null;
    }

    static @Nullable Finding time(String text, int from) {
        Finding wrong = hour(text, from);
        return wrong == null ? minute(text, from + 2) : wrong;
    }

    static @Nullable Finding hour(String text, int from) {
        return below(HOURS, text, from, Gs1Problem.WRONG_HOUR);
    }

    static @Nullable Finding minute(String text, int from) {
        return below(MINUTES, text, from, Gs1Problem.WRONG_MINUTE);
    }

    static @Nullable Finding second(String text, int from) {
        return below(MINUTES, text, from, Gs1Problem.WRONG_SECOND);
    }

    private static @Nullable Finding below(int limit, String text, int from, Gs1Problem problem) {
        return two(text, from) < limit ? null : new Finding(problem, from, 2);
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * BASE + text.charAt(at + 1) - '0';
    }
}
