package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.preview.LabelRenderer;
import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.RenderedLabel;

import java.util.List;

/**
 * Draws ZPL II. The picture has the size of the settings; a narrower print width is centered on it,
 * as desktop printers hold the paper. What a printer would ignore or what cannot be drawn becomes a
 * warning; no input makes it fail. For any number of threads.
 */
public final class ZplRenderer implements LabelRenderer {
    private static final GlyphCase GLYPHS = new GlyphCase();

    @Override
    public List<RenderedLabel> render(byte[] document, PreviewSettings settings) {
        ZplInterpreter interpreter = new ZplInterpreter(settings, GLYPHS);
        for (ZplCommand command : ZplReader.read(document)) {
            interpreter.execute(command);
        }
        return interpreter.labels();
    }
}
