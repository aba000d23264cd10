package io.fulfillx.printing.language;

import io.fulfillx.model.label.LabelFormat;

/** The languages printers speak. A new one is a row here. */
public enum LabelLanguage {
    ZPL(LabelFormat.ZPL);

    private final LabelFormat format;

    LabelLanguage(LabelFormat format) {
        this.format = format;
    }

    /** Whether a document of this format can be passed through as it is. */
    public boolean speaks(LabelFormat other) {
        return format == other;
    }
}
