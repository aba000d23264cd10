package io.fulfillx.model.label;

import io.fulfillx.model.item.Gtin;

import java.util.Locale;
import java.util.Optional;

/**
 * All numbers that one issuer may give out: each has a serial, and a check digit at its end.
 *
 * @param issuer of an SSCC its extension digit and the GS1 company prefix of 7 to 10 digits; of an
 *     IMpb the mailer id of 6 digits, or of 9 that begin with 9 (USPS Publication 199); of a 1Z the
 *     shipper number of 6 letters and digits
 */
public record NumberSeries(Kind kind, String issuer) {
    private static final int SSCC_BODY = 17;
    private static final int IMPB_BODY = 21;
    private static final int SHORT_MAILER = 6;
    private static final int LONG_MAILER = 9;
    private static final String UPS = "1Z";

    /** What a number of it is for. */
    public enum Kind {
        /** Plates of parcels whose label comes later. */
        SSCC("[0-9]{8,11}", ""),
        /** USPS Intelligent Mail package barcode, in its form of 22 digits. */
        USPS_IMPB("[0-8][0-9]{5}|9[0-9]{8}", "[0-9]{3}"),
        /** UPS tracking number. */
        UPS_1Z("[0-9A-Z]{6}", "[0-9A-Z]{2}");

        private final String issuer;
        private final String type;

        Kind(String issuer, String type) {
            this.issuer = issuer;
            this.type = type;
        }

        public boolean isIssuer(String text) {
            return text.matches(issuer);
        }

        /** Whether these are the characters by which a number names its service. */
        public boolean isType(String text) {
            return text.matches(type);
        }
    }

    public NumberSeries {
        if (!kind.isIssuer(issuer)) {
            throw new IllegalArgumentException("this cannot give out numbers of " + kind);
        }
    }

    /** A number, taken apart. */
    public record Issued(NumberSeries series, long serial) {}

    public static NumberSeries plates(int extension, String companyPrefix) {
        return new NumberSeries(Kind.SSCC, extension + companyPrefix);
    }

    /** How many serials there are, from 0 on. */
    public long serials() {
        return Math.powExact(10L, serialDigits());
    }

    private int serialDigits() {
        return switch (kind) {
            case SSCC -> SSCC_BODY - issuer.length();
            case USPS_IMPB -> IMPB_BODY - "92".length() - "000".length() - issuer.length();
            case UPS_1Z -> 7;
        };
    }

    /**
     * @param type of the service; empty for an SSCC
     */
    public TrackingNumber number(String type, long serial) {
        if (!kind.isType(type) || serial < 0 || serial >= serials()) {
            throw new IllegalArgumentException("no such number of " + this);
        }
        String digits = String.format(Locale.ROOT, "%0" + serialDigits() + "d", serial);
        return new TrackingNumber(
                switch (kind) {
                    case SSCC -> gs1(issuer + digits);
                    case USPS_IMPB -> gs1(mailerForm() + type + issuer + digits);
                    case UPS_1Z -> {
                        String body = issuer + type + digits;
                        yield UPS + body + LetterCheck.of(body + "0");
                    }
                });
    }

    /** The application identifier says how long the mailer id is. */
    private String mailerForm() {
        return issuer.length() == LONG_MAILER ? "92" : "93";
    }

    private static String gs1(String body) {
        return body + Gtin.checkDigit(body + "0");
    }

    /** Whose a carrier's number is; empty when none here could have made it. */
    public static Optional<Issued> read(TrackingNumber number) {
        String text = number.value();
        Optional<Issued> issued = Optional.empty();
        if (text.matches("92[0-9]{3}9[0-9]{16}")) {
            issued = Optional.of(issued(Kind.USPS_IMPB, text, 5, LONG_MAILER));
        } else if (text.matches("93[0-9]{3}[0-8][0-9]{16}")) {
            issued = Optional.of(issued(Kind.USPS_IMPB, text, 5, SHORT_MAILER));
        } else if (text.matches("1Z[0-9A-Z]{8}[0-9]{8}")) {
            NumberSeries series = new NumberSeries(Kind.UPS_1Z, text.substring(2, 8));
            issued = Optional.of(new Issued(series, Long.parseLong(text.substring(10, 17))));
        }
        return issued.filter(it -> it.series().number(type(text), it.serial()).equals(number));
    }

    private static Issued issued(Kind kind, String text, int start, int length) {
        int end = start + length;
        return new Issued(
                new NumberSeries(kind, text.substring(start, end)),
                Long.parseLong(text.substring(end, IMPB_BODY)));
    }

    private static String type(String number) {
        return number.startsWith(UPS) ? number.substring(8, 10) : number.substring(2, 5);
    }

    @Override
    public String toString() {
        return kind + " " + issuer;
    }
}
