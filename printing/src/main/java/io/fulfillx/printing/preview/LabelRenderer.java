package io.fulfillx.printing.preview;

import java.util.List;

/** Draws what a printer of one language would make of a document. */
public interface LabelRenderer {
    /** Every label of the document in order; what cannot be drawn becomes a warning. */
    List<RenderedLabel> render(byte[] document, PreviewSettings settings);
}
