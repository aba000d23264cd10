package io.fulfillx.printing.preview.zpl;

/** A part of a label: ready, or waiting for data. */
sealed interface LabelItem {
    boolean reversed();

    /** The same on every copy. */
    record Fixed(Drawing drawing, boolean reversed) implements LabelItem {}

    /**
     * Text or a symbol whose data may come later or move on from copy to copy.
     *
     * @param field with its data
     */
    record Open(FieldDraft field, FieldSetter setter, boolean reversed) implements LabelItem {}
}
