package io.fulfillx.scanner.tracking;

import io.fulfillx.scanner.tracking.Candidates.Evidence;

/** DHL Express, DHL Paket and DHL eCommerce. */
final class Dhl {
    private static final int EXPRESS = 10;
    private static final int EXPRESS_LONG = 11;
    private static final int SHIPPING_UNIT = 20;
    private static final int IDENT_CODE = 12;
    private static final int LEIT_CODE = 14;
    private static final int FEWEST_PIECE_DIGITS = 10;
    private static final int MOST_PIECE_DIGITS = 20;

    private Dhl() {}

    static void read(String text, Candidates into) {
        if (Checks.digits(text)) {
            digits(text, into);
        } else if (text.startsWith("GM") && piece(text, 2)) {
            into.add(Evidence.FORM, CarrierNumber.unchecked(Carrier.DHL_ECOMMERCE, text));
        } else if (text.startsWith("JJD") && piece(text, 3)) {
            into.add(Evidence.FORM, CarrierNumber.unchecked(Carrier.DHL_PAKET, text));
        } else if (text.startsWith("JVGL") && piece(text, 4)) {
            into.add(Evidence.FORM, CarrierNumber.unchecked(Carrier.DHL_PAKET, text));
        }
    }

    private static boolean piece(String text, int from) {
        int digits = text.length() - from;
        return digits >= FEWEST_PIECE_DIGITS
                && digits <= MOST_PIECE_DIGITS
                && Checks.digits(text.substring(from));
    }

    private static void digits(String text, Candidates into) {
        switch (text.length()) {
            case EXPRESS, EXPRESS_LONG ->
                    into.add(
                            Checks.mod7(text),
                            Evidence.CHECK,
                            CarrierNumber.checked(Carrier.DHL_EXPRESS, text));
            case SHIPPING_UNIT -> {
                if (text.startsWith("003404")) {
                    into.add(
                            Checks.mod10(text),
                            Evidence.FORM_AND_CHECK,
                            CarrierNumber.checked(Carrier.DHL_PAKET, text));
                }
            }
            default -> {
                // No number of theirs has as many digits.
            }
        }
    }

    /** Interleaved 2 of 5 on parcels in Germany: who sent it, and where it goes. */
    static void interleaved(String text, Candidates into) {
        if (Checks.digits(text, IDENT_CODE)) {
            into.add(
                    Checks.weighted10(text, 4, 9),
                    Evidence.FORM_AND_CHECK,
                    CarrierNumber.checked(Carrier.DHL_PAKET, text));
        } else if (Checks.digits(text, LEIT_CODE)) {
            into.add(
                    Checks.weighted10(text, 4, 9),
                    Evidence.FORM_AND_CHECK,
                    CarrierNumber.checked(Carrier.DHL_PAKET, text).of(CarrierNumber.Kind.ROUTING));
        }
    }
}
