package io.fulfillx.backend.lab;

import io.fulfillx.backend.lab.CarrierParcel.Party;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What stands on a label, line by line, in any language. */
record LabelFace(
        String banner,
        List<String> fromLines,
        List<String> toLines,
        String routing,
        String trackingNumber,
        String reference,
        String weight) {

    static LabelFace of(CarrierParcel parcel, CarrierTariff.Quote quote, String trackingNumber) {
        String digits = parcel.to().postalCode().replaceAll("[^0-9A-Za-z]", "");
        String ascii = digits.replaceAll("[^ -~]", "");
        String routing = parcel.to().country() + (ascii.isEmpty() ? "0" : ascii);
        return new LabelFace(
                quote.name().toUpperCase(Locale.ROOT),
                lines(parcel.from()),
                lines(parcel.to()),
                routing.replaceAll("[^ -~]", ""),
                trackingNumber,
                "REF " + parcel.reference(),
                String.format(
                        Locale.ROOT, "%d.%03d KG", parcel.grams() / 1000, parcel.grams() % 1000));
    }

    private static List<String> lines(Party party) {
        String town = (party.city() + " " + party.state() + " " + party.postalCode()).strip();
        return Stream.of(
                        party.name(),
                        party.company(),
                        party.line1(),
                        party.line2(),
                        town,
                        party.country())
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The beginning of a line that fits into so many characters. */
    static String cut(String line, int maxCodePoints) {
        return line.codePointCount(0, line.length()) <= maxCodePoints
                ? line
                : line.substring(0, line.offsetByCodePoints(0, maxCodePoints));
    }
}
