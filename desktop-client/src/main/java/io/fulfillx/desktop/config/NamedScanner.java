package io.fulfillx.desktop.config;

import io.fulfillx.scanner.ScannerAddress;
import io.fulfillx.scanner.catalog.ScannerCatalog;

import java.net.URI;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scanner and what people at this bench call it. Written {@code left=serial:port:1-2:1.0}, or the
 * address alone.
 *
 * @param name the address itself when it has no other
 */
public record NamedScanner(String name, URI address) {
    private static final Pattern NAMED = Pattern.compile("([^=:,?]{1,30})=(.+)");

    /**
     * Reads what a person wrote or the settings hold.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong
     */
    public static NamedScanner parse(String text) {
        Matcher named = NAMED.matcher(text.strip());
        boolean hasName = named.matches();
        URI address = ScannerAddress.parse(hasName ? named.group(2) : text).uri();
        // Reads the settings too; nothing is opened yet.
        ScannerCatalog.open(address, "", Clock.systemUTC()).close();
        return new NamedScanner(hasName ? named.group(1).strip() : address.toString(), address);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return name.equals(address.toString()) ? name : name + "=" + address;
    }

    public boolean hasName() {
        return !name.equals(address.toString());
    }
}
