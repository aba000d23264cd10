package io.fulfillx.printing.preview;

import io.fulfillx.printing.raster.Bitmap;

import java.util.List;

/**
 * One label as it would come out.
 *
 * @param copies how often the document asks for it
 * @param warnings what could not be drawn, one sentence each
 */
public record RenderedLabel(Bitmap picture, int copies, List<String> warnings) {
    public RenderedLabel {
        warnings = List.copyOf(warnings);
    }
}
