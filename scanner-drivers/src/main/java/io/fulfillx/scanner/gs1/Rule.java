package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

/**
 * What a part of a value must hold beyond its characters. A rule sees the characters only after
 * they have been checked against their set, and as many as the part has.
 */
@FunctionalInterface
interface Rule {
    /** What it objects to; null when it does not. */
    @Nullable Finding check(String text, int from, int to);

    /** By its word in our table. */
    static Rule named(String word) {
        return switch (word) {
            case "check" -> CheckRules::digit;
            case "pair" -> CheckRules::pair;
            case "iban" -> CheckRules::iban;
            case "prefix" -> NumberRules::prefix;
            case "prefix2" -> (text, from, to) -> NumberRules.prefix(text, from + 1, to);
            case "country" -> CodeList.COUNTRY::check;
            case "country999" -> CodeList::countryOr999;
            case "country2" -> CodeList.COUNTRY2::check;
            case "currency" -> CodeList.CURRENCY::check;
            case "packaging" -> CodeList.PACKAGING::check;
            case "medium" -> CodeList::medium;
            case "percent" -> NumberRules::percent;
            case "latitude" -> degrees(Gs1Problem.WRONG_LATITUDE);
            case "longitude" -> degrees(Gs1Problem.WRONG_LONGITUDE);
            case "yesno" -> oneOf("01", Gs1Problem.NOT_YES_OR_NO);
            case "minus" -> oneOf("-", Gs1Problem.NOT_A_MINUS);
            case "sex" -> oneOf("0129", Gs1Problem.WRONG_SEX);
            case "winding" -> oneOf("019", Gs1Problem.WRONG_WINDING);
            case "zero" -> oneOf("0", Gs1Problem.MUST_BE_ZERO);
            case "importer" -> NumberRules::importer;
            case "nonzero" -> NumberRules::notZero;
            case "nozero" -> NumberRules::noLeadingZero;
            case "birth" -> NumberRules::positionOfEnd;
            case "piece" -> NumberRules::pieceOfTotal;
            case "letter" -> NumberRules::hasNonDigit;
            case "coupon" -> (text, from, to) -> new CouponRules(text, from, to).coupon();
            case "offer" -> (text, from, to) -> new CouponRules(text, from, to).offer();
            default -> DateRules.named(word);
        };
    }

    private static Rule oneOf(String allowed, Gs1Problem problem) {
        return (text, from, to) -> NumberRules.oneOf(text, from, to, allowed, problem);
    }

    private static Rule degrees(Gs1Problem problem) {
        return (text, from, to) -> NumberRules.degrees(text, from, to, problem);
    }
}
