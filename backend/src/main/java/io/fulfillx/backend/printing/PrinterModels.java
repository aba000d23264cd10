package io.fulfillx.backend.printing;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The printer models that can be set up. */
final class PrinterModels {
    static final PrinterProfile GENERIC =
            new PrinterProfile(
                    "generic-zpl",
                    "ZPL printer, 203 dpi",
                    LabelLanguage.ZPL,
                    Dpi.DPI_203,
                    Media.FOUR_BY_SIX,
                    6,
                    Set.of());

    private PrinterModels() {}

    static List<PrinterProfile> all() {
        return List.of(GENERIC);
    }

    static Optional<PrinterProfile> find(String id) {
        return all().stream().filter(profile -> profile.id().equals(id)).findFirst();
    }
}
