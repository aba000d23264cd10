package io.fulfillx.scanner.tracking;

import io.fulfillx.scanner.tracking.Candidates.Evidence;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * USPS: package numbers of 22, 26 or 30 digits, with 420 and the ZIP code in front where the bar
 * code has it (Publication 199), and the older ones of 20 digits.
 */
final class Usps {
    private static final String ROUTING = "420";
    private static final int ZIP = 5;
    private static final int ZIP_PLUS_4 = 9;
    private static final int OLD = 20;
    private static final Set<Integer> LENGTHS = Set.of(22, 26, 30);
    private static final String OLD_PREFIX = "91";

    private static final Map<String, String> SERVICES =
            Map.of("055", "Priority Mail", "612", "Parcel Select");

    private static final Map<String, String> OLD_SERVICES =
            Map.of(
                    "21", "Signature Confirmation",
                    "22", "Signature Confirmation",
                    "23", "Signature Confirmation",
                    "70", "Certified Mail",
                    "71", "Certified Mail",
                    "73", "Insured Mail",
                    "82", "Merchandise Return");

    private Usps() {}

    static void read(String text, Candidates into) {
        if (!Checks.digits(text)) {
            return;
        }
        if (text.startsWith(ROUTING)) {
            routed(text, ZIP, into);
            routed(text, ZIP_PLUS_4, into);
        }
        number(text, Optional.empty(), into);
        if (text.length() == OLD) {
            old(text, into);
        }
    }

    private static void routed(String text, int zip, Candidates into) {
        int start = ROUTING.length() + zip;
        if (text.length() > start) {
            String code = text.substring(ROUTING.length(), start);
            number(text.substring(start), Optional.of(code), into);
        }
    }

    private static void number(String number, Optional<String> zip, Candidates into) {
        if (!LENGTHS.contains(number.length())
                || number.charAt(0) != '9'
                || number.charAt(1) < '1'
                || number.charAt(1) > '5') {
            return;
        }
        String type = number.substring(2, 5);
        String service =
                number.startsWith(OLD_PREFIX)
                        ? oldService(number.substring(2))
                        : SERVICES.getOrDefault(type, "service type " + type);
        CarrierNumber candidate = CarrierNumber.checked(Carrier.USPS, number).by(service).to(zip);
        boolean fits = Checks.mod10(number);
        if (fits && Fedex.smartPost(number)) {
            into.add(
                    Evidence.FORM_AND_CHECK,
                    CarrierNumber.checked(Carrier.FEDEX, number).by("Ground Economy").to(zip));
        }
        into.add(fits, Evidence.FORM_AND_CHECK, candidate);
    }

    /** Its check digit is computed with 91 in front or without. */
    private static void old(String text, Candidates into) {
        if (text.startsWith("00")) {
            return;
        }
        boolean fits = Checks.mod10(text) || Checks.mod10(OLD_PREFIX + text);
        into.add(
                fits,
                Evidence.CHECK,
                CarrierNumber.checked(Carrier.USPS, text).by(oldService(text)));
    }

    private static String oldService(String number) {
        String type = number.substring(0, 2);
        return OLD_SERVICES.getOrDefault(type, "service type " + type);
    }
}
