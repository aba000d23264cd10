package io.fulfillx.scanner.tracking;

import io.fulfillx.scanner.tracking.Candidates.Evidence;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** National posts: two letters, nine digits and a country (UPU standard S10); Canada Post. */
final class Posts {
    private static final int LENGTH = 13;
    private static final int CANADA_POST = 16;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final Map<String, Carrier> CARRIERS =
            Map.ofEntries(
                    Map.entry("US", Carrier.USPS),
                    Map.entry("GB", Carrier.ROYAL_MAIL),
                    Map.entry("CA", Carrier.CANADA_POST),
                    Map.entry("DE", Carrier.DEUTSCHE_POST),
                    Map.entry("FR", Carrier.LA_POSTE),
                    Map.entry("CH", Carrier.SWISS_POST),
                    Map.entry("AT", Carrier.AUSTRIAN_POST),
                    Map.entry("NL", Carrier.POSTNL),
                    Map.entry("AU", Carrier.AUSTRALIA_POST),
                    Map.entry("CN", Carrier.CHINA_POST),
                    Map.entry("JP", Carrier.JAPAN_POST));

    private static final Map<Character, String> SERVICES =
            Map.of(
                    'C', "parcel",
                    'E', "express (EMS)",
                    'H', "parcel of an online shop",
                    'L', "tracked letter",
                    'M', "printed papers",
                    'R', "registered letter",
                    'U', "letter",
                    'V', "insured letter");

    private Posts() {}

    static void read(String text, Candidates into) {
        if (text.length() == LENGTH && s10(text)) {
            String country = text.substring(LENGTH - 2);
            into.add(
                    Checks.s10(text.substring(2, LENGTH - 2)),
                    Evidence.FORM_AND_CHECK,
                    CarrierNumber.checked(CARRIERS.getOrDefault(country, Carrier.POST), text)
                            .by(Optional.ofNullable(SERVICES.get(text.charAt(0)))));
        } else if (Checks.digits(text, CANADA_POST)) {
            into.add(
                    Checks.mod10(text),
                    Evidence.CHECK,
                    CarrierNumber.checked(Carrier.CANADA_POST, text));
        }
    }

    private static boolean s10(String text) {
        return letter(text.charAt(0))
                && letter(text.charAt(1))
                && Checks.digits(text.substring(2, LENGTH - 2))
                && COUNTRIES.contains(text.substring(LENGTH - 2));
    }

    private static boolean letter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
