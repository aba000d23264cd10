package io.fulfillx.model.label;

/** The language a label document is written in. */
public enum LabelFormat {
    ZPL,
    PDF
}
