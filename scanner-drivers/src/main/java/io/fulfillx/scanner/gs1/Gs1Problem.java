package io.fulfillx.scanner.gs1;

/** What can be wrong with a GS1 message. The names are stable; programs may compare them. */
public enum Gs1Problem {
    EMPTY("there is no message"),
    TOO_LONG_TEXT("the text is longer than a message can be"),
    TOO_MANY_ELEMENTS("there are more than 64 elements"),
    NO_LEADING_FNC1("a message begins with FNC1"),
    NO_IDENTIFIER("no application identifier is written like this"),
    UNKNOWN_IDENTIFIER("there is no such application identifier"),
    NO_BRACKET("an application identifier in brackets is expected"),
    UNCLOSED_BRACKET("the bracket is not closed"),
    EMPTY_VALUE("the value is missing"),
    TOO_SHORT("the value is too short"),
    TOO_LONG("the value is too long"),
    NOT_A_DIGIT("only digits may stand here"),
    NOT_IN_SET_82("this character is not in GS1 character set 82"),
    NOT_IN_SET_39("this character is not in GS1 character set 39"),
    NOT_IN_SET_64("this character is not in the file-safe base64 set"),
    WRONG_PADDING("the base64 padding is wrong"),
    WRONG_CHECK_DIGIT("the check digit is wrong"),
    WRONG_CHECK_CHARACTERS("the pair of check characters is wrong"),
    NO_COMPANY_PREFIX("a company prefix has at least four digits"),
    WRONG_MONTH("there is no such month"),
    WRONG_DAY("there is no such day"),
    WRONG_HOUR("there is no such hour"),
    WRONG_MINUTE("there is no such minute"),
    WRONG_SECOND("there is no such second"),
    UNKNOWN_COUNTRY("there is no country with this code"),
    UNKNOWN_CURRENCY("there is no currency with this code"),
    UNKNOWN_PACKAGING("there is no packaging with this code"),
    UNKNOWN_MEDIUM("there is no kind of medium with this code"),
    WRONG_PERCENT_CODE("a percent sign is followed by two hexadecimal digits"),
    WRONG_LATITUDE("a latitude is 0 to 1800000000"),
    WRONG_LONGITUDE("a longitude is 0 to 3600000000"),
    NOT_YES_OR_NO("it is 0 or 1"),
    NOT_A_MINUS("only a minus may stand here"),
    WRONG_IMPORTER("the importer is one letter, digit, minus or underscore"),
    WRONG_SEX("the sex is 0, 1, 2 or 9"),
    WRONG_WINDING("the winding direction is 0, 1 or 9"),
    NOT_POSITION_OF_END("it is written as a position, a slash and an end"),
    LEADING_ZERO("no zero may lead"),
    POSITION_BEYOND_END("the position is beyond the end"),
    MUST_BE_ZERO("only zeros may stand here"),
    MUST_NOT_BE_ZERO("it must not be zero"),
    WRONG_PIECE("a piece is 1 up to the total"),
    NEEDS_A_NON_DIGIT("it must not consist of digits only"),
    WRONG_IBAN("this is no bank account number (IBAN)"),
    COUPON_CUT_OFF("the coupon ends too early"),
    WRONG_COUPON_CODE("the coupon does not know this code"),
    WRONG_COUPON_DATE("the coupon has a wrong date"),
    COUPON_ENDS_BEFORE_IT_STARTS("the coupon ends before it starts"),
    COUPON_TOO_LONG("the coupon goes on after its end"),
    EXCLUDED("it must not stand together with another element of the message"),
    CONTRADICTION("it is there twice, with different values"),
    SERIAL_MISSING("a digital signature needs a serial number here"),
    REQUISITE_MISSING("what it must stand together with is not in the message"),
    NO_AIM_ID("a scan begins with an AIM identifier such as ]C1"),
    UNKNOWN_AIM_ID("there is no such AIM identifier"),
    CARET_IN_SCAN("a scan has no caret; FNC1 is sent as GS"),
    WRONG_PRIMARY("the bar code has another number of digits"),
    NOT_A_LINK("a link begins with http:// or https://"),
    CHARACTER_NOT_IN_LINKS("this character may not stand in a link"),
    WRONG_DOMAIN("the link has no proper domain"),
    NO_KEY_IN_LINK("the path of the link has no primary GS1 key"),
    WRONG_LINK_PATH("these identifiers may not follow the key in this order"),
    UNKNOWN_LINK_ATTRIBUTE("there is no application identifier with this number"),
    NOT_A_LINK_ATTRIBUTE("it may not stand in the query of a link"),
    BELONGS_IN_LINK_PATH("it belongs in the path of the link"),
    REPEATED_IN_LINK("it is in the link twice"),
    NULL_IN_LINK("a link has no null character");

    private final String sentence;

    Gs1Problem(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong, as part of a sentence. */
    public String sentence() {
        return sentence;
    }
}
