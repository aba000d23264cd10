package io.fulfillx.desktop.settings;

import io.fulfillx.device.transport.PrinterAddress;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfiles;
import io.fulfillx.printing.profile.Printers;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * One printer as it stands in the settings.
 *
 * @param text the line of configuration, with the profile unless it is the usual one
 * @param printer what it says
 */
record PrinterLine(URI text, Printer printer) {
    private static final Pattern MODEL = Pattern.compile("[?&](profile|language)=");

    /**
     * Reads what a person wrote or the settings hold.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong
     */
    static PrinterLine of(String text) {
        URI line = PrinterAddress.uri(text);
        Printer printer = Printers.parse(line);
        PrinterAddress.parse(printer.address());
        return new PrinterLine(line, printer);
    }

    /**
     * Reads an address that may leave open what stands there.
     *
     * @param usual the model, when the text names none
     * @throws IllegalArgumentException with one sentence that says what is wrong
     */
    static PrinterLine of(String text, PrinterProfile usual) {
        PrinterLine line = of(text);
        return MODEL.matcher(text).find() ? line : line.with(usual);
    }

    /** The same place with another model there; what was said of the model before is gone. */
    PrinterLine with(PrinterProfile profile) {
        if (profile.id().equals(printer.profile().id())) {
            return this;
        }
        String address = printer.address().toString();
        if (profile.equals(PrinterProfiles.generic(LabelLanguage.ZPL))) {
            return of(address);
        }
        return of(address + (address.contains("?") ? "&" : "?") + "profile=" + profile.id());
    }

    /** Whether both are the same place. */
    boolean at(PrinterLine other) {
        return printer.address().equals(other.printer.address());
    }
}
