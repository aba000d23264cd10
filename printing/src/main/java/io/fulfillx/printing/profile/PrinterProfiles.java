package io.fulfillx.printing.profile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.PrinterProfile.Quirk;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The printers that are known, from the table {@code printer-profiles.json} beside this class. */
public final class PrinterProfiles {
    private static final List<PrinterProfile> ALL = read();

    /** One row of the table. */
    private record Row(
            String id,
            String name,
            LabelLanguage language,
            int dpi,
            String media,
            int speedInchesPerSecond,
            Set<Quirk> quirks) {
        PrinterProfile profile() {
            return new PrinterProfile(
                    id,
                    name,
                    language,
                    Dpi.of(dpi),
                    Media.parse(media),
                    speedInchesPerSecond,
                    quirks);
        }
    }

    private PrinterProfiles() {}

    /** In the table's order. */
    public static List<PrinterProfile> all() {
        return ALL;
    }

    /** Finds one by its id, such as {@code zebra-zd421}. */
    public static Optional<PrinterProfile> find(String id) {
        return ALL.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /** What every printer of the language can do. */
    public static PrinterProfile generic(LabelLanguage language) {
        return find("generic-" + language.name().toLowerCase(Locale.ROOT)).orElseThrow();
    }

    /**
     * Finds the profile of a printer by what it calls itself, such as {@code Zebra ZTC ZD421-300dpi
     * ZPL}; a generic one when the table has none of that model and language.
     */
    public static PrinterProfile recognized(String model, LabelLanguage language) {
        String told = model.toUpperCase(Locale.ROOT).replace(" ", "");
        return ALL.stream()
                .filter(profile -> profile.language() == language)
                .filter(profile -> told.contains(modelOf(profile)))
                .max(
                        Comparator.comparing(
                                profile -> told.contains(profile.dpi().nominal() + "DPI")))
                .orElseGet(() -> generic(language));
    }

    /** The name without its maker and what stands behind a comma. */
    private static String modelOf(PrinterProfile profile) {
        String[] words = profile.name().split(",")[0].split(" ", 2);
        return words[1].toUpperCase(Locale.ROOT).replace(" ", "");
    }

    private static List<PrinterProfile> read() {
        try (InputStream table =
                PrinterProfiles.class.getResourceAsStream("printer-profiles.json")) {
            if (table == null) {
                throw new FileNotFoundException("printer-profiles.json");
            }
            List<Row> rows = new ObjectMapper().readValue(table, new TypeReference<List<Row>>() {});
            return rows.stream().map(Row::profile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
