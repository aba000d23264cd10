package io.fulfillx.backend.catalog;

import io.fulfillx.backend.catalog.ItemDetails.Customs;
import io.fulfillx.backend.catalog.ItemDetails.Handling;
import io.fulfillx.backend.catalog.ItemDetails.Hazmat;
import io.fulfillx.backend.platform.Fault;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/** Checks handling, hazard and customs of an item. */
final class DetailPolicy {
    private static final Set<String> COUNTRIES =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private DetailPolicy() {}

    /**
     * @throws Fault INVALID naming the field
     */
    static ItemDetails checked(ItemDetails details) {
        return new ItemDetails(
                handling(details.handling()), hazmat(details.hazmat()), customs(details.customs()));
    }

    private static @Nullable Handling handling(@Nullable Handling given) {
        if (given == null) {
            return null;
        }
        Integer load = given.maxTopLoadGrams();
        if (load != null && (load < 0 || load > 1_000_000)) {
            throw Fault.invalid("/handling/maxTopLoadGrams", "A weight is 0 to 1,000,000 g.");
        }
        return given;
    }

    private static @Nullable Hazmat hazmat(@Nullable Hazmat given) {
        if (given == null) {
            return null;
        }
        matches(given.unNumber(), "UN[0-9]{4}", "/hazmat/unNumber", "UN and four digits.");
        matches(
                given.hazardClass(),
                "[1-9](\\.[1-6])?",
                "/hazmat/hazardClass",
                "A class such as 3 or 2.1.");
        matches(given.packingGroup(), "I{1,3}", "/hazmat/packingGroup", "One of I, II and III.");
        ItemDetails.Lithium lithium = given.lithium();
        if (lithium == null) {
            if (given.unNumber() == null) {
                throw Fault.invalid("/hazmat/unNumber", "Name the UN number.");
            }
            return given;
        }
        if (given.unNumber() != null && !given.unNumber().equals(lithium.unNumber())) {
            throw Fault.invalid(
                    "/hazmat/unNumber",
                    "Such batteries have the number " + lithium.unNumber() + ".");
        }
        return new Hazmat(
                lithium.unNumber(),
                given.hazardClass() == null ? "9" : given.hazardClass(),
                given.packingGroup(),
                lithium,
                given.limitedQuantity());
    }

    private static @Nullable Customs customs(@Nullable Customs given) {
        if (given == null) {
            return null;
        }
        if (given.originCountry() != null && !COUNTRIES.contains(given.originCountry())) {
            throw Fault.invalid("/customs/originCountry", "A country of ISO 3166, as DE or US.");
        }
        matches(given.hsCode(), "[0-9]{6,10}", "/customs/hsCode", "6 to 10 digits, no dots.");
        if (given.description() != null) {
            var _ = ItemPolicy.text(given.description(), "/customs/description", 200);
        }
        return given;
    }

    private static void matches(
            @Nullable String value, String pattern, String pointer, String sentence) {
        if (value != null && !value.matches(pattern)) {
            throw Fault.invalid(pointer, sentence);
        }
    }
}
