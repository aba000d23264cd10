package io.fulfillx.scanner;

import io.fulfillx.device.transport.AddressText;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a scanner is and how it speaks; each kind reads its own settings from the text.
 *
 * @param scheme chooses the kind: {@code serial}, {@code tcp}, {@code hid}
 */
public record ScannerAddress(URI uri, String scheme) {
    /** What a person may write, for messages. */
    public static final String FORMS =
            "serial:/dev/ttyACM0?baud=9600, serial:port:1-2:1.0, serial:usb:NUMBER,"
                    + " tcp://10.0.0.7:2001, hid:/dev/hidraw0 or hid:port:1-3";

    /**
     * Reads what a person wrote.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong
     */
    public static ScannerAddress parse(String text) {
        try {
            return of(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a scanner address: one looks like " + FORMS, e);
        }
    }

    /**
     * @throws IllegalArgumentException with one sentence, when it has no scheme
     */
    public static ScannerAddress of(URI uri) {
        if (uri.getScheme() == null) {
            throw new IllegalArgumentException(
                    uri + " is not a scanner address: one looks like " + FORMS);
        }
        return new ScannerAddress(uri, uri.getScheme());
    }

    /** Its parts, for the kind that reads them. */
    public AddressText text() {
        return new AddressText(uri, "scanner");
    }
}
