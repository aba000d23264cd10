package io.fulfillx.printing.preview;

import io.fulfillx.printing.raster.Dpi;

/**
 * The canvas of a preview.
 *
 * @param width in dots, unless the document itself sets another
 * @param height in dots, unless the document itself sets another
 */
public record PreviewSettings(Dpi dpi, int width, int height) {
    public PreviewSettings {
        if (width < 8 || height < 8 || width > 20_000 || height > 40_000) {
            throw new IllegalArgumentException("a label is 8 to 20000 by 8 to 40000 dots");
        }
    }
}
