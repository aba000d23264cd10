package io.fulfillx.printing.symbol;

/** Numbers of trade items in the forms their symbols carry. */
final class Gtins {
    private Gtins() {}

    /** Whether the last digit is the check digit of the others. */
    static boolean hasCheckDigit(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 0 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }

    /** The thirteen digits of eight short ones: number system, six digits, check digit. */
    static String expandUpcE(String digits) {
        String d = digits.substring(1, 7);
        char last = d.charAt(5);
        String body =
                switch (last) {
                    case '0', '1', '2' -> d.substring(0, 2) + last + "0000" + d.substring(2, 5);
                    case '3' -> d.substring(0, 3) + "00000" + d.substring(3, 5);
                    case '4' -> d.substring(0, 4) + "00000" + d.charAt(4);
                    default -> d.substring(0, 5) + "0000" + last;
                };
        return "0" + digits.charAt(0) + body + digits.charAt(7);
    }
}
