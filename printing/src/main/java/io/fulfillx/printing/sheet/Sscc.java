package io.fulfillx.printing.sheet;

/**
 * A serial shipping container code: 18 digits, the last a check digit (GS1 General Specifications,
 * application identifier 00).
 */
public record Sscc(String digits) {
    private static final int LENGTH = 18;

    /**
     * @throws IllegalArgumentException when it has not 18 digits or the last does not fit the rest
     */
    public Sscc {
        if (!digits.matches("[0-9]{18}") || !digits.equals(checked(digits.substring(0, 17)))) {
            throw new IllegalArgumentException("not an SSCC: " + digits);
        }
    }

    /**
     * Makes one, check digit included.
     *
     * @param extension 0 to 9
     * @param companyPrefix of GS1, 4 to 12 digits
     * @param serial fills the rest, with zeros in front
     */
    public static Sscc of(int extension, String companyPrefix, long serial) {
        int room = LENGTH - 2 - companyPrefix.length();
        String number = String.valueOf(serial);
        boolean fits =
                extension >= 0
                        && extension <= 9
                        && companyPrefix.matches("[0-9]{4,12}")
                        && serial >= 0
                        && number.length() <= room;
        if (!fits) {
            throw new IllegalArgumentException("no SSCC of these parts");
        }
        String zeros = "0".repeat(room - number.length());
        return new Sscc(checked(extension + companyPrefix + zeros + number));
    }

    /** Weights 3 and 1 from the right, made up to tens. */
    private static String checked(String seventeen) {
        int sum = 0;
        for (int i = 0; i < seventeen.length(); i++) {
            sum += (seventeen.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return seventeen + (10 - sum % 10) % 10;
    }

    /** For people: the parts apart. */
    public String spaced() {
        return "(00) " + digits.charAt(0) + " " + digits.substring(1, 17) + " " + digits.charAt(17);
    }
}
