package io.fulfillx.printing.virtual;

import io.fulfillx.printing.preview.Drawing;
import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.raster.Bitmap;

import java.util.List;

/**
 * One label that came out of a virtual printer.
 *
 * @param bytes exactly what was received for it: {@code ^XA} to {@code ^XZ} in ZPL, everything
 *     since the label before in the other languages
 * @param commands every command executed while receiving it, in order, {@code ~} commands included
 * @param drawing draws it when asked
 */
public record PrintedLabel(byte[] bytes, List<String> commands, Drawing drawing) {
    public PrintedLabel {
        bytes = bytes.clone();
        commands = List.copyOf(commands);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The dots on the paper, drawn anew by each call. */
    public Bitmap picture() {
        return rendered().picture();
    }

    /** {@link #picture()} with what could not be drawn. */
    public RenderedLabel rendered() {
        return drawing.draw();
    }
}
