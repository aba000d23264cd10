package io.fulfillx.backend.channels;

import io.fulfillx.model.address.Address;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Tells whether an address is a post office box or a military post, which couriers refuse. */
public final class PoBox {
    /** Written as people write them, reduced by {@link #reduce}; each must start a word. */
    private static final List<String> NEEDLES =
            List.of(
                    " po box ",
                    " p o box ",
                    " pobox ",
                    " post office box ",
                    " postbox ",
                    " pob ",
                    " p o b ",
                    " po b ",
                    " gpo box ",
                    " locked bag ",
                    " private bag ",
                    " postfach ",
                    " packstation ",
                    " postbus ",
                    " postboks ",
                    " boite postale ",
                    " bp ",
                    " b p ",
                    " apartado ",
                    " apdo ",
                    " casella postale ",
                    " caixa postal ",
                    " skrytka pocztowa ",
                    " skr poczt ",
                    " postilokero ",
                    " abonentski yashchik ");

    /** Scripts without spaces, and one whose words bend; looked for anywhere. */
    private static final List<String> UNSPACED =
            List.of("私書箱", "邮政信箱", "郵政信箱", "사서함", "абонентский ящик", "а/я");

    private static final List<String> MILITARY_CITIES = List.of("apo", "fpo", "dpo");

    private static final List<String> MILITARY_STATES = List.of("AA", "AE", "AP");

    private PoBox() {}

    public static boolean isPoBox(Address address) {
        return names(address.line1()) || names(address.line2()) || isMilitary(address);
    }

    private static boolean isMilitary(Address address) {
        String state = address.stateCode() == null ? "" : address.stateCode();
        return address.countryCode().equals("US")
                && (MILITARY_STATES.contains(state)
                        || MILITARY_CITIES.contains(reduce(address.city()).strip()));
    }

    private static boolean names(@Nullable String line) {
        if (line == null) {
            return false;
        }
        String reduced = reduce(line);
        String lower = line.toLowerCase(Locale.ROOT);
        return UNSPACED.stream().anyMatch(lower::contains)
                || NEEDLES.stream()
                        .filter(needle -> reduced.contains(needle))
                        .anyMatch(
                                needle ->
                                        !isShortWord(needle) || boxNumberFollows(reduced, needle));
    }

    /** "BP" and "POB" alone are initials; followed by a number they are a box. */
    private static boolean isShortWord(String needle) {
        return needle.equals(" bp ")
                || needle.equals(" b p ")
                || needle.endsWith(" b ")
                || needle.equals(" pob ");
    }

    private static boolean boxNumberFollows(String reduced, String needle) {
        int next = reduced.indexOf(needle) + needle.length();
        return next < reduced.length() && Character.isDigit(reduced.charAt(next));
    }

    /** Lower case, accents off, everything but letters and digits a single space, padded. */
    private static String reduce(String text) {
        StringBuilder reduced = new StringBuilder(" ");
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .forEach(
                        point -> {
                            boolean word = Character.isLetterOrDigit(point);
                            if (word) {
                                reduced.appendCodePoint(point);
                            } else if (reduced.charAt(reduced.length() - 1) != ' ') {
                                reduced.append(' ');
                            }
                        });
        return reduced.append(reduced.charAt(reduced.length() - 1) == ' ' ? "" : " ").toString();
    }
}
