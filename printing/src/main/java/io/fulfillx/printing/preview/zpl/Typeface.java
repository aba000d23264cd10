package io.fulfillx.printing.preview.zpl;

import java.awt.geom.Path2D;
import java.util.Optional;

/** A font as outlines, measured in ems. */
interface Typeface {
    /** How far the next character stands away. */
    double advance(int codePoint);

    /** The character on its baseline, y upwards; empty when the font does not have it. */
    Optional<Path2D> outline(int codePoint);
}
