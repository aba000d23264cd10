package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

/** Turns dots into the bytes of one printer language. Pure: the same dots give the same bytes. */
public interface LabelEncoder {
    /**
     * A complete label, ready to send: setup, picture, and the command that prints it.
     *
     * @param label at most as wide as the media; narrower ones stand at the left
     */
    byte[] encode(Bitmap label, LabelSetup setup);
}
