package io.fulfillx.desktop.settings;

import io.fulfillx.printing.discovery.FoundPrinter;
import io.fulfillx.printing.profile.PrinterProfile;

/** A found printer and the profile that fits it best. */
record FoundRow(FoundPrinter printer, PrinterProfile suggestion) {
    static FoundRow of(FoundPrinter printer) {
        return new FoundRow(printer, SuggestedProfile.of(printer));
    }

    /** The line of configuration that it makes. */
    PrinterLine line() {
        return PrinterLine.of(printer.uri().toString()).with(suggestion);
    }

    /** Its model, or where it is when it does not say. */
    String title() {
        String model = printer.model();
        return model == null ? printer.description() : model;
    }
}
