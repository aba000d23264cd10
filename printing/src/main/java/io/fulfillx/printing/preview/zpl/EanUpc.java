package io.fulfillx.printing.preview.zpl;

/** The patterns of the retail symbologies, ISO/IEC 15420. */
final class EanUpc {
    /** Widths of space, bar, space, bar of a digit in number set A. */
    private static final String[] SET_A = {
        "3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112"
    };

    /** For the first digit of EAN-13: which of the left six come from set B. */
    private static final int[] LEFT_B = {
        0b000000, 0b001011, 0b001101, 0b001110, 0b010011, 0b011001, 0b011100, 0b010101, 0b010110,
        0b011010
    };

    /** For the check digit of UPC-E with number system 0: which digits come from set B. */
    private static final int[] SHORT_B = {
        0b111000, 0b110100, 0b110010, 0b110001, 0b101100, 0b100110, 0b100011, 0b101010, 0b101001,
        0b100101
    };

    private EanUpc() {}

    /** The GS1 check digit of the digits before it. */
    static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** Exactly so many digits: other characters are zeros, too few are filled from the left. */
    static String digits(String data, int count) {
        String digits = data.replaceAll("[^0-9]", "0");
        return digits.length() >= count
                ? digits.substring(0, count)
                : "0".repeat(count - digits.length()) + digits;
    }

    static int[] ean13(String digits) {
        return twoHalves(digits.substring(1), LEFT_B[digits.charAt(0) - '0']);
    }

    static int[] ean8(String digits) {
        return twoHalves(digits, 0);
    }

    private static int[] twoHalves(String digits, int setB) {
        int half = digits.length() / 2;
        StringBuilder widths = new StringBuilder("111");
        for (int i = 0; i < half; i++) {
            widths.append(left(digits.charAt(i), (setB >> half - 1 - i & 1) == 1));
        }
        widths.append("11111");
        for (int i = half; i < digits.length(); i++) {
            widths.append(SET_A[digits.charAt(i) - '0']);
        }
        return numbers(widths.append("111"));
    }

    private static String left(char digit, boolean setB) {
        StringBuilder widths = new StringBuilder(SET_A[digit - '0']);
        return setB ? widths.reverse().toString() : widths.toString();
    }

    /**
     * @param digits the six of the symbol
     */
    static int[] upcE(String digits, char check, char system) {
        int setB = SHORT_B[check - '0'] ^ (system == '1' ? 0b111111 : 0);
        StringBuilder widths = new StringBuilder("111");
        for (int i = 0; i < 6; i++) {
            widths.append(left(digits.charAt(i), (setB >> 5 - i & 1) == 1));
        }
        return numbers(widths.append("111111"));
    }

    /** The eleven digits of UPC-A a short code stands for, system digit first. */
    static String expanded(String six, char system) {
        char last = six.charAt(5);
        String body =
                switch (last) {
                    case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
                    case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
                    case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
                    default -> six.substring(0, 5) + "0000" + last;
                };
        return system + body;
    }

    /** The small symbol of two or five digits beside a book's or magazine's. */
    static int[] addOn(String digits) {
        int setB;
        if (digits.length() == 2) {
            setB = Integer.parseInt(digits) % 4;
        } else {
            int sum = 0;
            for (int i = 0; i < 5; i++) {
                sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 9);
            }
            int[] patterns = {24, 20, 18, 17, 12, 6, 3, 10, 9, 5};
            setB = patterns[sum % 10];
        }
        StringBuilder widths = new StringBuilder("112");
        for (int i = 0; i < digits.length(); i++) {
            boolean inB = (setB >> digits.length() - 1 - i & 1) == 1;
            widths.append(left(digits.charAt(i), inB));
            if (i < digits.length() - 1) {
                widths.append("11");
            }
        }
        return numbers(widths);
    }

    private static int[] numbers(StringBuilder widths) {
        return widths.chars().map(letter -> letter - '0').toArray();
    }
}
