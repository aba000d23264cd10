package io.fulfillx.backend.channels;

import io.fulfillx.backend.channels.IntakeProblem.AddressIncomplete;
import io.fulfillx.model.address.Address;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says which parts of an address a carrier would miss. Pure; the countries' rules are data. */
public final class AddressPolicy {
    /** What people type into a field they do not want to fill. */
    private static final Set<String> PLACEHOLDERS =
            Set.of(
                    "n/a",
                    "na",
                    "none",
                    "null",
                    "undefined",
                    "unknown",
                    "tbd",
                    "tba",
                    "-",
                    "--",
                    "---",
                    ".",
                    "..",
                    "...",
                    "x",
                    "xx",
                    "xxx",
                    "?",
                    "??",
                    "_",
                    "*",
                    "0");

    private static final Set<String> NAME_PLACEHOLDERS =
            Set.of("n/a", "none", "null", "undefined", "-", "--", ".", "?", "null null");

    private final PostalRules rules;

    public AddressPolicy(PostalRules rules) {
        this.rules = rules;
    }

    /** The parts that are missing or cannot be right, in the order of an envelope. */
    public List<AddressIncomplete> gaps(Address address) {
        List<AddressIncomplete> gaps = new ArrayList<>();
        if (isBlank(address.name(), NAME_PLACEHOLDERS)) {
            gaps.add(gap(AddressField.NAME, "the recipient has no name"));
        }
        if (isBlank(address.line1(), PLACEHOLDERS)) {
            gaps.add(gap(AddressField.LINE1, "the street is missing"));
        }
        if (isBlank(address.city(), PLACEHOLDERS)) {
            gaps.add(gap(AddressField.CITY, "the city is missing"));
        }
        String country = address.countryCode();
        if (!rules.isCountry(country)) {
            String what = country.isEmpty() ? "the country is missing" : country + " is no country";
            gaps.add(gap(AddressField.COUNTRY, what));
            return List.copyOf(gaps);
        }
        if (rules.needsState(country) && isBlank(address.stateCode(), PLACEHOLDERS)) {
            gaps.add(gap(AddressField.STATE, country + " addresses need a state or province"));
        }
        postalGap(country, address.postalCode(), gaps);
        return List.copyOf(gaps);
    }

    private void postalGap(
            String country, @Nullable String postalCode, List<AddressIncomplete> gaps) {
        if (isBlank(postalCode, PLACEHOLDERS) || postalCode == null) {
            if (rules.needsPostalCode(country)) {
                gaps.add(gap(AddressField.POSTAL_CODE, country + " addresses need a postal code"));
            }
        } else if (!rules.isPostalCode(country, postalCode)) {
            String detail = postalCode + " is no postal code of " + country;
            gaps.add(gap(AddressField.POSTAL_CODE, detail));
        }
    }

    private static AddressIncomplete gap(AddressField field, String detail) {
        return new AddressIncomplete(field, detail);
    }

    private static boolean isBlank(@Nullable String text, Set<String> placeholders) {
        if (text == null || text.isBlank()) {
            return true;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return placeholders.contains(plain.toLowerCase(Locale.ROOT));
    }
}
