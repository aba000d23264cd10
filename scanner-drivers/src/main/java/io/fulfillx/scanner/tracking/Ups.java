package io.fulfillx.scanner.tracking;

import io.fulfillx.scanner.tracking.Candidates.Evidence;

import java.util.Map;
import java.util.Optional;

/** UPS: 1Z, the shipper's six characters, two of the service, seven of the parcel, check digit. */
final class Ups {
    private static final int LENGTH = 18;
    private static final int WAYBILL = 11;
    private static final int SERVICE = 8;

    private static final Map<String, String> SERVICES =
            Map.ofEntries(
                    Map.entry("01", "Next Day Air"),
                    Map.entry("02", "2nd Day Air"),
                    Map.entry("03", "Ground"),
                    Map.entry("12", "3 Day Select"),
                    Map.entry("13", "Next Day Air Saver"),
                    Map.entry("15", "Next Day Air Early"),
                    Map.entry("22", "Ground, return"),
                    Map.entry("42", "Ground, signature"),
                    Map.entry("44", "Next Day Air, Saturday"),
                    Map.entry("66", "Worldwide Express"),
                    Map.entry("72", "Ground, cash on delivery"),
                    Map.entry("78", "Ground, return"),
                    Map.entry("90", "Ground, return"),
                    Map.entry("A8", "Ground, adult signature"),
                    Map.entry("YW", "SurePost"));

    private static final Map<Character, String> WAYBILLS =
            Map.of('J', "Next Day Air", 'K', "Ground", 'V', "Worldwide Express Saver");

    private Ups() {}

    static void read(String text, Candidates into) {
        if (text.startsWith("1Z") && text.length() == LENGTH) {
            into.add(
                    fits(text),
                    Evidence.FORM_AND_CHECK,
                    CarrierNumber.checked(Carrier.UPS, text).by(service(text)));
        } else if (text.length() == WAYBILL
                && "AHJKTV".indexOf(text.charAt(0)) >= 0
                && Checks.digits(text.substring(1))) {
            into.add(
                    Checks.letters10(text.substring(1)),
                    Evidence.FORM_AND_CHECK,
                    CarrierNumber.checked(Carrier.UPS, text)
                            .by(Optional.ofNullable(WAYBILLS.get(text.charAt(0)))));
        }
    }

    static boolean fits(String number) {
        char check = number.charAt(LENGTH - 1);
        return number.indexOf('%') < 0 && check <= '9' && Checks.letters10(number.substring(2));
    }

    static Optional<String> service(String number) {
        String code = number.substring(SERVICE, SERVICE + 2);
        return Optional.of(SERVICES.getOrDefault(code, "service " + code));
    }
}
