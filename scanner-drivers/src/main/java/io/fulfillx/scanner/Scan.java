package io.fulfillx.scanner;

import java.time.Instant;
import java.util.Optional;

/**
 * One barcode read.
 *
 * @param device the name of the source
 * @param text what the barcode holds, without AIM identifier; FNC1 separators are 0x1D
 * @param aimId the symbology identifier such as {@code ]C1}, when the scanner sends it
 */
public record Scan(String device, String text, Optional<String> aimId, Instant at) {
    private static final int AIM_LENGTH = 3;

    /** Splits off the AIM identifier, if the scanner put one in front. */
    public static Scan of(String device, String raw, Instant at) {
        boolean aim =
                raw.length() > AIM_LENGTH
                        && raw.charAt(0) == ']'
                        && Character.isLetter(raw.charAt(1))
                        && Character.isLetterOrDigit(raw.charAt(2));
        return aim
                ? new Scan(
                        device,
                        raw.substring(AIM_LENGTH),
                        Optional.of(raw.substring(0, AIM_LENGTH)),
                        at)
                : new Scan(device, raw, Optional.empty(), at);
    }
}
