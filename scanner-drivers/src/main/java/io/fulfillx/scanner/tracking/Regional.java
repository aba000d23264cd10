package io.fulfillx.scanner.tracking;

import io.fulfillx.scanner.tracking.Candidates.Evidence;

/** Amazon, DPD, OnTrac, LaserShip, Yodel. */
final class Regional {
    private static final int AMAZON = 15;
    private static final int ONTRAC = 15;
    private static final int DPD = 15;
    private static final int DPD_BAR_CODE = 28;
    private static final int DPD_WITH_CHECK = 28;
    private static final int DPD_DESTINATION = 7;
    private static final int DPD_NUMBER = 14;
    private static final int LASERSHIP = 10;
    private static final int LASERSHIP_LONG = 15;
    private static final int LASERSHIP_LONGEST = 18;
    private static final int YODEL_DIGITS = 16;

    private Regional() {}

    static void read(String text, Candidates into) {
        amazon(text, into);
        dpd(text, into);
        ontrac(text, into);
        laserShip(text, into);
        String yodel = text.startsWith("JJD") ? text.substring(3) : after(text, "JD");
        if (Checks.digits(yodel, YODEL_DIGITS)) {
            into.add(Evidence.FORM, CarrierNumber.unchecked(Carrier.YODEL, text));
        }
    }

    private static String after(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : "";
    }

    private static void amazon(String text, Candidates into) {
        boolean begins = text.startsWith("TBA") || text.startsWith("TBC") || text.startsWith("TBM");
        if (begins && text.length() == AMAZON && Checks.digits(text.substring(3))) {
            into.add(Evidence.FORM, CarrierNumber.unchecked(Carrier.AMAZON, text));
        }
    }

    /**
     * 14 digits and a check character; or the whole bar code: a percent sign, seven characters of
     * the destination, the 14 digits, three of the service, three of the country; or the same
     * without the percent sign, with a check character behind.
     */
    private static void dpd(String text, Candidates into) {
        boolean fourteen = text.length() == DPD && Checks.digits(text.substring(0, DPD_NUMBER));
        if (fourteen && (text.charAt(DPD_NUMBER) > '9' || Checks.iso3736(text))) {
            Evidence evidence =
                    text.charAt(DPD_NUMBER) > '9' ? Evidence.FORM_AND_CHECK : Evidence.CHECK;
            into.add(
                    Checks.iso3736(text),
                    evidence,
                    CarrierNumber.checked(Carrier.DPD, text.substring(0, DPD_NUMBER)));
            return;
        }
        boolean percent = text.length() == DPD_BAR_CODE && text.charAt(0) == '%';
        String code = percent ? text.substring(1) : text;
        boolean longForm =
                code.length() >= DPD_BAR_CODE - 1
                        && Checks.digits(code.substring(DPD_DESTINATION, DPD_BAR_CODE - 1));
        if (percent && longForm) {
            into.add(Evidence.FORM, dpdOf(code, false));
        } else if (longForm && text.length() == DPD_WITH_CHECK && Checks.iso3736(text)) {
            into.add(Evidence.CHECK, dpdOf(code, true));
        }
    }

    private static CarrierNumber dpdOf(String code, boolean checked) {
        int end = DPD_DESTINATION + DPD_NUMBER;
        String number = code.substring(DPD_DESTINATION, end);
        CarrierNumber found =
                checked
                        ? CarrierNumber.checked(Carrier.DPD, number)
                        : CarrierNumber.unchecked(Carrier.DPD, number);
        return found.by("service " + code.substring(end, end + 3));
    }

    private static void ontrac(String text, Candidates into) {
        boolean begins = text.startsWith("C") || text.startsWith("D");
        if (begins && text.length() == ONTRAC && Checks.digits(text.substring(1))) {
            into.add(
                    Checks.letters10(text),
                    Evidence.FORM_AND_CHECK,
                    CarrierNumber.checked(Carrier.ONTRAC, text));
        }
    }

    private static void laserShip(String text, Candidates into) {
        boolean shorter =
                text.length() == LASERSHIP
                        && text.charAt(0) == 'L'
                        && "AIEHNX".indexOf(text.charAt(1)) >= 0
                        && "123".indexOf(text.charAt(2)) >= 0
                        && Checks.digits(text.substring(2));
        boolean longer =
                text.length() >= LASERSHIP_LONG
                        && text.length() <= LASERSHIP_LONGEST
                        && (text.startsWith("1LS71")
                                || text.startsWith("1LS72")
                                || text.startsWith("1LSCX"));
        if (shorter || longer) {
            into.add(Evidence.FORM, CarrierNumber.unchecked(Carrier.LASERSHIP, text));
        }
    }
}
