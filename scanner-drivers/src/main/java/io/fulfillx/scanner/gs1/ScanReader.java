package io.fulfillx.scanner.gs1;

import io.fulfillx.model.item.Gtin;
import io.fulfillx.scanner.aim.AimId;
import io.fulfillx.scanner.aim.RetailCode;
import io.fulfillx.scanner.aim.Symbology;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Reads what scanners send. */
final class ScanReader {
    /** In front of the composite part of a retail number, which is a message of its own. */
    static final String COMPOSITE = "|]e0";

    private static final ApplicationIdentifier GTIN = Identifiers.find("01").orElseThrow();
    private static final int EAN_13 = 13;
    private static final int EAN_8 = 8;
    private static final int ITF_14 = 14;

    private ScanReader() {}

    static ScanData read(String scanned) {
        Optional<AimId> aim = AimId.startOf(scanned);
        if (aim.isEmpty()) {
            boolean began = scanned.length() >= AimId.LENGTH && scanned.charAt(0) == ']';
            return wrong(
                    began
                            ? Gs1Error.at(Gs1Problem.UNKNOWN_AIM_ID, 0, AimId.LENGTH)
                            : Gs1Error.at(Gs1Problem.NO_AIM_ID, 0, 0));
        }
        if (scanned.length() - AimId.LENGTH > ElementStrings.LONGEST_TEXT) {
            return wrong(Gs1Error.at(Gs1Problem.TOO_LONG_TEXT, ElementStrings.LONGEST_TEXT, 0));
        }
        return read(aim.get(), scanned);
    }

    private static ScanData read(AimId aim, String scanned) {
        if (aim.gs1()) {
            return coded(aim, scanned);
        }
        String text = scanned.substring(AimId.LENGTH);
        if (aim.retail()) {
            return retail(aim, scanned, text);
        }
        if (aim.symbology() == Symbology.ITF && text.length() == ITF_14) {
            Optional<Gtin> gtin = Gtin.find(text);
            if (gtin.isPresent()) {
                return new ScanData.Coded(aim, message(gtin.get()), text, Optional.empty());
            }
        }
        return mayLink(aim) && DigitalLink.likely(text)
                ? link(aim, text)
                : new ScanData.Plain(aim, text, escaped(text));
    }

    /** The square symbols that GS1 allows for links. */
    private static boolean mayLink(AimId aim) {
        return switch (aim.symbology()) {
            case QR_CODE, DATA_MATRIX -> aim.modifier() == '1';
            case DOT_CODE -> aim.modifier() == '0';
            default -> false;
        };
    }

    private static ScanData coded(AimId aim, String scanned) {
        int caret = scanned.indexOf(ElementStrings.CARET);
        if (caret >= 0) {
            return wrong(Gs1Error.at(Gs1Problem.CARET_IN_SCAN, caret, 1));
        }
        return switch (ElementStrings.parseScanned(scanned, AimId.LENGTH)) {
            case Gs1Message message ->
                    new ScanData.Coded(
                            aim, message, scanned.substring(AimId.LENGTH), Optional.empty());
            case Gs1Error error -> wrong(error);
        };
    }

    private static ScanData link(AimId aim, String text) {
        return switch (DigitalLink.parse(text)) {
            case DigitalLink.Reading.Read(DigitalLink link) ->
                    new ScanData.Coded(aim, link.message(), text, Optional.of(link));
            case DigitalLink.Reading.Wrong(Gs1Error error) -> wrong(shifted(error, AimId.LENGTH));
        };
    }

    private static Gs1Error shifted(Gs1Error error, int by) {
        return new Gs1Error(error.problem(), error.ai(), error.at() + by, error.length());
    }

    /** {@code ]E0}: 13 digits; {@code ]E4}: 8; {@code ]E3}: 13 and an add-on; others: add-ons. */
    private static ScanData retail(AimId aim, String scanned, String text) {
        if (aim.modifier() == '3') {
            return RetailCode.gtinBeforeAddOn(text)
                    .<ScanData>map(
                            gtin -> new ScanData.Coded(aim, message(gtin), text, Optional.empty()))
                    .orElseGet(() -> wrongPrimary(text));
        }
        if (aim.modifier() != '0' && aim.modifier() != '4') {
            return new ScanData.Plain(aim, text, escaped(text));
        }
        int digits = aim.modifier() == '0' ? EAN_13 : EAN_8;
        boolean composite = text.startsWith(COMPOSITE, digits);
        if (text.length() != digits && !composite) {
            return wrongPrimary(text);
        }
        Gs1Error error = digits(scanned, digits);
        if (error != null) {
            return wrong(error);
        }
        String primary = text.substring(0, digits);
        Optional<Gtin> gtin = Gtin.find(primary);
        if (gtin.isEmpty()) {
            return wrong(
                    new Gs1Error(
                            Gs1Problem.WRONG_CHECK_DIGIT,
                            GTIN.code(),
                            AimId.LENGTH + digits - 1,
                            1));
        }
        return composite
                ? composite(aim, scanned, primary, gtin.get())
                : new ScanData.Coded(aim, message(gtin.get()), text, Optional.empty());
    }

    private static ScanData composite(AimId aim, String scanned, String primary, Gtin gtin) {
        int from = AimId.LENGTH + primary.length() + COMPOSITE.length();
        int caret = scanned.indexOf(ElementStrings.CARET);
        if (caret >= 0) {
            return wrong(Gs1Error.at(Gs1Problem.CARET_IN_SCAN, caret, 1));
        }
        Gs1Element first = new Gs1Element(GTIN, gtin.digits());
        return switch (ElementStrings.parseComposite(first, scanned, from)) {
            case Gs1Error error -> wrong(error);
            case Gs1Message message ->
                    new ScanData.Coded(
                            aim, message, scanned.substring(AimId.LENGTH), Optional.empty());
        };
    }

    private static @Nullable Gs1Error digits(String scanned, int count) {
        for (int i = AimId.LENGTH; i < AimId.LENGTH + count; i++) {
            if (scanned.charAt(i) < '0' || scanned.charAt(i) > '9') {
                return new Gs1Error(Gs1Problem.NOT_A_DIGIT, GTIN.code(), i, 1);
            }
        }
        return null;
    }

    private static ScanData wrongPrimary(String text) {
        return wrong(
                new Gs1Error(Gs1Problem.WRONG_PRIMARY, GTIN.code(), AimId.LENGTH, text.length()));
    }

    private static Gs1Message message(Gtin gtin) {
        return new Gs1Message(List.of(new Gs1Element(GTIN, gtin.digits())));
    }

    private static ScanData wrong(Gs1Error error) {
        return new ScanData.Wrong(error);
    }

    /** A caret in front, after any backslashes, gets one more backslash: it is no FNC1. */
    private static String escaped(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        return at < text.length() && text.charAt(at) == ElementStrings.CARET ? "\\" + text : text;
    }
}
