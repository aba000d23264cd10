package io.fulfillx.printing.language;

import io.fulfillx.model.label.LabelFormat;

import java.util.Locale;
import java.util.Optional;

/** The languages printers speak. A new one is an encoder, a status dialect and a row here. */
public enum LabelLanguage {
    ZPL(LabelFormat.ZPL),
    EPL(LabelFormat.EPL),
    TSPL(LabelFormat.TSPL),
    CPCL(LabelFormat.CPCL),
    ESCPOS(LabelFormat.ESCPOS);

    private final LabelFormat format;

    LabelLanguage(LabelFormat format) {
        this.format = format;
    }

    /** The format of documents written in it. */
    public LabelFormat format() {
        return format;
    }

    /** Whether a document of this format can be passed through as it is. */
    public boolean speaks(LabelFormat other) {
        return format == other;
    }

    /** Finds {@code zpl}, {@code epl}, {@code tspl}, {@code cpcl} or {@code escpos}. */
    public static Optional<LabelLanguage> named(String name) {
        for (LabelLanguage language : values()) {
            if (language.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
