package io.fulfillx.desktop.settings;

import io.fulfillx.printing.discovery.FoundPrinter;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfiles;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The profile that fits a found printer best, by its model's name, else by its language. */
final class SuggestedProfile {
    private static final String GENERIC = "generic-";

    private SuggestedProfile() {}

    static PrinterProfile of(FoundPrinter found) {
        LabelLanguage language = found.language();
        return model(found)
                .or(() -> Optional.ofNullable(language).map(PrinterProfiles::generic))
                .orElseGet(() -> PrinterProfiles.generic(LabelLanguage.ZPL));
    }

    /** Makers write their models as in ZTC ZD421-300dpi ZPL. */
    private static Optional<PrinterProfile> model(FoundPrinter found) {
        String model = plain(found.model() == null ? "" : found.model());
        LabelLanguage language = found.language();
        return PrinterProfiles.all().stream()
                .filter(profile -> !profile.id().startsWith(GENERIC))
                .filter(profile -> language == null || profile.language() == language)
                .filter(profile -> model.contains(name(profile)))
                .max(Comparator.comparingInt(profile -> score(profile, model)));
    }

    private static int score(PrinterProfile profile, String model) {
        boolean told = model.contains(profile.dpi().nominal() + "DPI");
        return told ? 2 : profile.dpi().nominal() == 203 ? 1 : 0;
    }

    private static String name(PrinterProfile profile) {
        String afterMaker = profile.id().substring(profile.id().indexOf('-') + 1);
        return plain(afterMaker.replace("-" + profile.dpi().nominal(), ""));
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
