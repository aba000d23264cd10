package io.fulfillx.scanner.wedge;

import java.time.Duration;
import java.util.List;

/**
 * How the scanners on the keyboard are set up.
 *
 * @param prefix what each scan begins with and which does not belong to it; empty for none. A run
 *     of keys that begins with it is taken for a scan more readily
 * @param suffix what stands before the closing Enter or Tab; empty for none
 * @param separators what scanners send for the GS of a GS1 message
 * @param least a scan has at least so many characters
 * @param patience how long a key waits for the next one; a key typed by a person comes out that
 *     much later
 * @param repair what to put right in each scan
 */
public record WedgeSettings(
        String prefix,
        String suffix,
        List<String> separators,
        int least,
        Duration patience,
        LayoutRepair repair) {
    private static final int USUAL_LEAST = 4;
    private static final int USUAL_PATIENCE_MILLIS = 200;

    public WedgeSettings {
        separators = List.copyOf(separators);
    }

    /** No prefix or suffix; GS as itself, {@code {GS}}, {@code <GS>} or {@code ^]}. */
    public static WedgeSettings usual() {
        return new WedgeSettings(
                "",
                "",
                List.of("{GS}", "<GS>", "^]"),
                USUAL_LEAST,
                Duration.ofMillis(USUAL_PATIENCE_MILLIS),
                LayoutRepair.none());
    }

    public WedgeSettings withRepair(LayoutRepair other) {
        return new WedgeSettings(prefix, suffix, separators, least, patience, other);
    }

    public WedgeSettings withAround(String newPrefix, String newSuffix) {
        return new WedgeSettings(newPrefix, newSuffix, separators, least, patience, repair);
    }

    public WedgeSettings withSeparators(List<String> others) {
        return new WedgeSettings(prefix, suffix, others, least, patience, repair);
    }

    public WedgeSettings withPatience(Duration other) {
        return new WedgeSettings(prefix, suffix, separators, least, other, repair);
    }

    /** The text of the barcode in what the keys said. */
    String text(String typed) {
        String text = repair.repaired(typed);
        if (text.startsWith(prefix)) {
            text = text.substring(prefix.length());
        }
        if (text.endsWith(suffix)) {
            text = text.substring(0, text.length() - suffix.length());
        }
        for (String separator : separators) {
            text = text.replace(separator, "\u001D");
        }
        return text;
    }
}
