package io.fulfillx.printing.profile;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Printers as one line of configuration: an address, and what stands there. */
public final class Printers {
    private static final Set<String> WORDS = Set.of("profile", "language", "dpi", "media");

    private Printers() {}

    /**
     * Reads an address such as {@code tcp://host:9100?profile=zebra-zd421} or {@code
     * serial:/dev/ttyUSB0?baud=115200&language=tspl&dpi=203&media=4x6in}. Without a profile it is
     * the generic one of the language, without a language that is ZPL; {@code dpi} and {@code
     * media} win over the profile. Every other parameter stays in the address.
     *
     * @throws IllegalArgumentException with one sentence when a value is not known
     */
    public static Printer parse(URI line) {
        String[] halves = line.toString().split("\\?", 2);
        Map<String, String> words = new HashMap<>();
        List<String> rest = new ArrayList<>();
        for (String part : halves.length < 2 ? List.<String>of() : parts(halves[1])) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2 && WORDS.contains(pair[0])) {
                words.put(pair[0], pair[1]);
            } else {
                rest.add(part);
            }
        }
        String query = rest.isEmpty() ? "" : "?" + String.join("&", rest);
        return new Printer(URI.create(halves[0] + query), profile(words));
    }

    private static List<String> parts(String query) {
        return Arrays.stream(query.split("&")).filter(part -> !part.isEmpty()).toList();
    }

    private static PrinterProfile profile(Map<String, String> words) {
        PrinterProfile profile = model(words);
        if (words.containsKey("dpi")) {
            profile = profile.withDpi(dpi(words.getOrDefault("dpi", "")));
        }
        if (words.containsKey("media")) {
            profile = profile.withMedia(Media.parse(words.getOrDefault("media", "")));
        }
        return profile;
    }

    private static PrinterProfile model(Map<String, String> words) {
        String id = words.getOrDefault("profile", "");
        LabelLanguage language = language(words.getOrDefault("language", "zpl"));
        if (id.isEmpty()) {
            return PrinterProfiles.generic(language);
        }
        PrinterProfile profile =
                PrinterProfiles.find(id)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "there is no printer profile " + id));
        if (words.containsKey("language") && profile.language() != language) {
            throw new IllegalArgumentException(
                    "the profile " + id + " speaks " + profile.language() + ", not " + language);
        }
        return profile;
    }

    private static LabelLanguage language(String name) {
        return LabelLanguage.named(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a language is zpl, epl, tspl, cpcl or escpos, not "
                                                + name));
    }

    private static Dpi dpi(String nominal) {
        if (!nominal.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException(
                    "a resolution is 203, 300 or 600 dpi, not " + nominal);
        }
        return Dpi.of(Integer.parseInt(nominal));
    }
}
