package io.fulfillx.printing.preview.zpl;

/** Something that stands on a label. */
@FunctionalInterface
interface Drawing {
    void on(Page page);
}
