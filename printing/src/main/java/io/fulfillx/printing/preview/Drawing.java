package io.fulfillx.printing.preview;

/** A label that is drawn when somebody wants to see it. Draws the same each time. */
public interface Drawing {
    RenderedLabel draw();
}
