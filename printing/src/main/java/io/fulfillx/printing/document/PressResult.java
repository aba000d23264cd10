package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.Bitmap;

import java.util.List;

/** What became of a document on its way to a printer. */
public sealed interface PressResult {
    /**
     * Ready to print.
     *
     * @param labels each one complete label in the printer's language, in the document's order
     * @param pictures what each label looks like; empty for a document passed through as it is
     */
    record Pressed(List<byte[]> labels, List<Bitmap> pictures) implements PressResult {
        public Pressed {
            labels = List.copyOf(labels);
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * Not to be printed.
     *
     * @param reason one sentence for people
     */
    record Refused(String reason) implements PressResult {}
}
