package io.fulfillx.model.label;

/** What a label document is written in: a printer language, a page, or a picture. */
public enum LabelFormat {
    ZPL,
    EPL,
    TSPL,
    CPCL,
    ESCPOS,
    PDF,
    PNG,
    GIF,
    JPEG
}
