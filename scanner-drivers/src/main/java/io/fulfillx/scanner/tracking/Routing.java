package io.fulfillx.scanner.tracking;

import io.fulfillx.scanner.tracking.Candidates.Evidence;
import io.fulfillx.scanner.tracking.CarrierNumber.Kind;

import java.util.Optional;

/** Bar codes that any carrier's label may have: shipping units, and postal codes with a prefix. */
final class Routing {
    private static final String SAME_COUNTRY = "420";
    private static final String OTHER_COUNTRY = "421";
    private static final int PREFIX = 3;
    private static final int COUNTRY = 3;
    private static final int MOST_POSTAL_CODE = 9;
    private static final int ZIP = 5;
    private static final int ZIP_PLUS_4 = 9;
    private static final int SHIPPING_UNIT = 18;
    private static final String SHIPPING_UNIT_PREFIX = "00";

    private Routing() {}

    static void read(boolean gs1, String text, Candidates into) {
        if (Checks.digits(text, SHIPPING_UNIT)) {
            shippingUnit(text, Evidence.CHECK, into);
        } else if (Checks.digits(text, SHIPPING_UNIT + 2)
                && text.startsWith(SHIPPING_UNIT_PREFIX)) {
            shippingUnit(text.substring(2), Evidence.FORM_AND_CHECK, into);
        }
        postalCode(gs1 ? Carrier.ANY : Carrier.UPS, text, into);
    }

    private static void shippingUnit(String sscc, Evidence evidence, Candidates into) {
        into.add(
                Checks.mod10(sscc),
                evidence,
                CarrierNumber.checked(Carrier.ANY, sscc).of(Kind.SHIPPING_UNIT));
    }

    /** In a plain Code 128 it is of UPS; the others print it as a GS1 one. */
    private static void postalCode(Carrier carrier, String text, Candidates into) {
        String rest = text.length() > PREFIX ? text.substring(PREFIX) : "";
        boolean domestic =
                text.startsWith(SAME_COUNTRY)
                        && (Checks.digits(rest, ZIP) || Checks.digits(rest, ZIP_PLUS_4));
        int letters = rest.length() - COUNTRY;
        boolean foreign =
                text.startsWith(OTHER_COUNTRY)
                        && letters >= 1
                        && letters <= MOST_POSTAL_CODE
                        && Checks.digits(rest.substring(0, COUNTRY));
        if (domestic || foreign) {
            into.add(
                    Evidence.FORM,
                    CarrierNumber.unchecked(carrier, text).of(Kind.ROUTING).to(Optional.of(rest)));
        }
    }
}
