package io.fulfillx.scanner.tracking;

import java.util.Optional;

/**
 * Two-dimensional symbols of labels: fields between GS, in an envelope that begins {@code [)>}
 * (ISO/IEC 15434, format 01). UPS puts it into MaxiCode, FedEx into PDF417.
 */
final class TransportMessage {
    private static final String HEAD = "[)>\u001e01\u001d";
    private static final String UPS = "UPSN";
    private static final String FEDEX = "FDE";
    private static final int POSTAL_CODE = 0;
    private static final int CLASS = 2;
    private static final int NUMBER = 3;
    private static final int CARRIER = 4;
    private static final int SHIPPER = 5;
    private static final int FEWEST_FIELDS = 6;
    private static final int UPS_SHORT = 10;
    private static final int EXPRESS = 12;

    private TransportMessage() {}

    static boolean begins(String text) {
        return text.startsWith(HEAD);
    }

    static Tracking read(String text) {
        String[] fields = text.substring(HEAD.length()).split("[\u001d\u001e\u0004]", -1);
        if (fields.length < FEWEST_FIELDS || fields[POSTAL_CODE].length() < 2) {
            return new Tracking.Unknown("its fields are no transport message");
        }
        // Two digits of the version stand before the postal code.
        Optional<String> to = Optional.of(fields[POSTAL_CODE].substring(2));
        Candidates candidates = new Candidates();
        if (fields[CARRIER].equals(UPS)) {
            ups(fields, to, candidates);
        } else if (fields[CARRIER].startsWith(FEDEX)) {
            fedex(fields[NUMBER], to, candidates);
        }
        return candidates.result();
    }

    /** The short form leaves out shipper and service, which stand in fields of their own. */
    private static void ups(String[] fields, Optional<String> to, Candidates into) {
        String number = fields[NUMBER];
        String service = fields[CLASS];
        if (number.length() == UPS_SHORT && number.startsWith("1Z") && service.length() >= 2) {
            number =
                    "1Z"
                            + fields[SHIPPER]
                            + service.substring(service.length() - 2)
                            + number.substring(2);
        }
        Candidates own = new Candidates();
        Ups.read(number, own);
        switch (own.result()) {
            case Tracking.Found found ->
                    into.add(Candidates.Evidence.FORM_AND_CHECK, found.best().to(to));
            case Tracking.WrongCheckDigit(var carrier, var wrong) ->
                    into.add(
                            false,
                            Candidates.Evidence.FORM_AND_CHECK,
                            CarrierNumber.checked(carrier, wrong));
            case Tracking.Unknown _ -> {
                // Another form than UPS describes.
            }
        }
    }

    private static void fedex(String field, Optional<String> to, Candidates into) {
        String number = field.length() > EXPRESS ? field.substring(0, EXPRESS) : field;
        if (Checks.digits(number, EXPRESS)) {
            into.add(
                    Checks.fedex(number),
                    Candidates.Evidence.FORM_AND_CHECK,
                    CarrierNumber.checked(Carrier.FEDEX, number).to(to));
        }
    }
}
