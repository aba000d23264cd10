package io.fulfillx.scanner.tracking;

import io.fulfillx.scanner.tracking.Candidates.Evidence;

import java.util.Optional;

/** FedEx: Express, Ground and Ground Economy numbers, and the long bar codes they stand in. */
final class Fedex {
    private static final int EXPRESS = 12;
    private static final int GROUND = 15;
    private static final int GROUND_BAR_CODE = 22;
    private static final int ECONOMY = 20;
    private static final int ASTRA = 32;
    private static final int LONG = 34;

    /** Where the number begins in each of the long bar codes. */
    private static final int IN_ASTRA = 16;

    private static final int IN_LONG = 20;
    private static final int IN_GROUND = 7;
    private static final String GROUND_PREFIX = "96";

    private Fedex() {}

    static void read(String text, Candidates into) {
        if (!Checks.digits(text)) {
            return;
        }
        switch (text.length()) {
            case EXPRESS -> express(text, Evidence.CHECK, text, Optional.empty(), into);
            case GROUND -> into.add(Checks.mod10(text), Evidence.CHECK, ground(text));
            case ECONOMY -> economy(text, into);
            case GROUND_BAR_CODE -> groundBarCode(text, into);
            case ASTRA -> astra(text, into);
            case LONG -> longBarCode(text, into);
            default -> {
                // No bar code of theirs has as many digits.
            }
        }
    }

    private static CarrierNumber ground(String number) {
        return CarrierNumber.checked(Carrier.FEDEX, number).by("Ground");
    }

    private static void express(
            String number,
            Evidence evidence,
            String checked,
            Optional<String> to,
            Candidates into) {
        into.add(
                Checks.fedex(checked),
                evidence,
                CarrierNumber.checked(Carrier.FEDEX, number).by("Express").to(to));
    }

    /** 61 and 18 digits: the number that USPS writes with 92 in front. */
    private static void economy(String text, Candidates into) {
        if (text.startsWith("61")) {
            into.add(
                    Checks.mod10("92" + text),
                    Evidence.FORM_AND_CHECK,
                    CarrierNumber.checked(Carrier.FEDEX, text).by("Ground Economy"));
        }
    }

    /** Whether a number that USPS delivers was accepted by FedEx. */
    static boolean smartPost(String number) {
        return number.startsWith("9261") && number.length() == GROUND_BAR_CODE;
    }

    /** 96, two digits, three of the service, and the 15 of a Ground number. */
    private static void groundBarCode(String text, Candidates into) {
        if (text.startsWith(GROUND_PREFIX)) {
            String number = text.substring(IN_GROUND);
            into.add(Checks.mod10(number), Evidence.FORM_AND_CHECK, ground(number));
        }
    }

    /** The number stands in front of a form code of four digits. */
    private static void astra(String text, Candidates into) {
        if (text.charAt(0) == '3') {
            String number = text.substring(IN_ASTRA, IN_ASTRA + EXPRESS);
            express(number, Evidence.FORM_AND_CHECK, number, Optional.empty(), into);
        }
    }

    /** The last 14 digits are the number with zeros in front; a ZIP code may stand before them. */
    private static void longBarCode(String text, Candidates into) {
        boolean routing = text.startsWith("420") && text.charAt(8) == '9';
        if (text.charAt(0) == '9' && !text.startsWith(GROUND_PREFIX) || routing) {
            return;
        }
        String padded = text.substring(IN_LONG);
        String number = padded.startsWith("00") ? padded.substring(2) : padded;
        Optional<String> zip =
                text.startsWith(GROUND_PREFIX)
                        ? Optional.empty()
                        : Optional.of(text.substring(GROUND, IN_LONG));
        Evidence evidence =
                text.startsWith(GROUND_PREFIX) || text.startsWith("10")
                        ? Evidence.FORM_AND_CHECK
                        : Evidence.CHECK;
        express(number, evidence, padded, zip, into);
    }
}
