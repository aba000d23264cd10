package io.fulfillx.scanner.aim;

import io.fulfillx.model.item.Gtin;

import java.util.Optional;

/** Numbers of EAN, UPC and ITF-14 bar codes, which all become a GTIN of 14 digits. */
public final class RetailCode {
    private static final int UPC_E_DIGITS = 8;
    private static final int UPC_E_BODY = 6;
    private static final int ADD_ON_FROM = 13;

    private RetailCode() {}

    /**
     * The GTIN of a scanned retail number.
     *
     * @param digits EAN-8, EAN-13, UPC-A, ITF-14, or UPC-E with number system and check digit
     * @return empty when it is none of them or the check digit is wrong
     */
    public static Optional<Gtin> gtin(String digits) {
        Optional<Gtin> gtin = Gtin.find(digits);
        return gtin.isPresent() || digits.length() != UPC_E_DIGITS
                ? gtin
                : expandUpcE(digits).flatMap(Gtin::find);
    }

    /** The GTIN in front of an add-on of two or five digits, as {@code ]E3} brings it. */
    public static Optional<Gtin> gtinBeforeAddOn(String digits) {
        int addOn = digits.length() - ADD_ON_FROM;
        return addOn == 2 || addOn == 5
                ? Gtin.find(digits.substring(0, ADD_ON_FROM))
                : Optional.empty();
    }

    /**
     * The 12 digits of the UPC-A that a UPC-E stands for.
     *
     * @param digits eight digits that begin with 0 or 1; or the six in the middle, for system 0
     * @return empty when the form is another; the check digit of eight digits is kept as it is
     */
    public static Optional<String> expandUpcE(String digits) {
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        if (digits.length() == UPC_E_BODY) {
            String eleven = "0" + expand(digits);
            return Optional.of(eleven + checkDigit(eleven));
        }
        if (digits.length() != UPC_E_DIGITS || digits.charAt(0) > '1') {
            return Optional.empty();
        }
        return Optional.of(
                digits.charAt(0)
                        + expand(digits.substring(1, UPC_E_DIGITS - 1))
                        + digits.charAt(UPC_E_DIGITS - 1));
    }

    /** Where the zeros were is told by the last digit (GS1 General Specifications, 5.2.2.4.2). */
    private static String expand(String six) {
        char last = six.charAt(5);
        return switch (last) {
            case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
            case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
            case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
            default -> six.substring(0, 5) + "0000" + last;
        };
    }

    private static char checkDigit(String digits) {
        int sum = 0;
        int weight = 3;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += (digits.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
