package io.fulfillx.printing.profile;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.language.RasterForm;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import java.util.Set;

/**
 * What is known of a printer model.
 *
 * @param id stands in addresses, such as {@code zebra-zd421}
 * @param name for people
 * @param speedInchesPerSecond its rated speed
 * @param quirks how it departs from its language
 */
public record PrinterProfile(
        String id,
        String name,
        LabelLanguage language,
        Dpi dpi,
        Media media,
        int speedInchesPerSecond,
        Set<Quirk> quirks) {
    public PrinterProfile {
        quirks = Set.copyOf(quirks);
    }

    /** How to print a label on it: its media, the forms of pictures that it reads. */
    public LabelSetup setup() {
        return LabelSetup.of(media, dpi).withForm(form());
    }

    private RasterForm form() {
        if (quirks.contains(Quirk.NO_STORED_PICTURES)) {
            return RasterForm.HEX;
        }
        return quirks.contains(Quirk.NO_Z64) ? RasterForm.RLE : RasterForm.AUTO;
    }

    /** The same model with other labels in it. */
    public PrinterProfile withMedia(Media other) {
        return new PrinterProfile(id, name, language, dpi, other, speedInchesPerSecond, quirks);
    }

    /** The same model with another head. */
    public PrinterProfile withDpi(Dpi other) {
        return new PrinterProfile(id, name, language, other, media, speedInchesPerSecond, quirks);
    }

    /** Departures from the language, each as found in the field. */
    public enum Quirk {
        /** Firmware that does not read deflated graphics. */
        NO_Z64,
        /** Firmware that wears out its memory, or lacks it, when each label stores a picture. */
        NO_STORED_PICTURES,
        /** Firmware that cannot announce a label once it is out. */
        NO_ANNOUNCEMENT,
        /** Firmware that keeps no count of labels that a host can ask for. */
        NO_LABEL_COUNT,
        /** A cable or firmware on which the printer never answers. */
        ONE_WAY
    }
}
