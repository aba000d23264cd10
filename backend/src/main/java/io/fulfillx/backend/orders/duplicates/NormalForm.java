package io.fulfillx.backend.orders.duplicates;

import io.fulfillx.model.address.Address;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what means the same in the same way. Pure. */
final class NormalForm {
    private static final int NATIONAL_DIGITS = 9;
    private static final int SHORTEST_PHONE = 6;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");

    /** What people shorten in an address. */
    private static final Map<String, String> SHORT =
            Map.ofEntries(
                    Map.entry("street", "st"),
                    Map.entry("road", "rd"),
                    Map.entry("avenue", "ave"),
                    Map.entry("lane", "ln"),
                    Map.entry("drive", "dr"),
                    Map.entry("court", "ct"),
                    Map.entry("boulevard", "blvd"),
                    Map.entry("square", "sq"),
                    Map.entry("place", "pl"),
                    Map.entry("apartment", "apt"),
                    Map.entry("suite", "ste"),
                    Map.entry("floor", "fl"),
                    Map.entry("north", "n"),
                    Map.entry("south", "s"),
                    Map.entry("east", "e"),
                    Map.entry("west", "w"),
                    Map.entry("strasse", "str"),
                    Map.entry("platz", "pl"));

    private NormalForm() {}

    /** Null when there is no address in it. */
    static @Nullable String email(@Nullable String email) {
        String plain = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        return plain.indexOf('@') > 0 ? plain : null;
    }

    /** The last digits, which are the same with and without the country's code. */
    static @Nullable String phone(@Nullable String phone) {
        String digits = phone == null ? "" : NO_DIGIT.matcher(phone).replaceAll("");
        if (digits.length() < SHORTEST_PHONE) {
            return null;
        }
        return digits.substring(Math.max(0, digits.length() - NATIONAL_DIGITS));
    }

    /** Without the recipient's name; null when there is no street. */
    static @Nullable String address(@Nullable Address address) {
        if (address == null || address.line1().isBlank()) {
            return null;
        }
        String street =
                Stream.of(address.line1(), address.line2())
                        .map(NormalForm::words)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        String postal = words(address.postalCode()).replace(" ", "");
        return String.join(
                "|", street, postal, words(address.city()), words(address.countryCode()));
    }

    private static String words(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .replace("ß", "ss");
        return Arrays.stream(BREAKS.split(plain))
                .filter(word -> !word.isEmpty())
                .map(word -> SHORT.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}
