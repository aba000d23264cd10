package io.fulfillx.printing.preview.zpl;

import java.util.Optional;

/** What stays set from field to field and from label to label. */
final class Modes {
    static final int DEFAULT_BAR_HEIGHT = 10;

    FontChoice font = new FontChoice('A', 0, 0, 0, Optional.empty());
    int quarters;
    boolean rightJustified;
    int module = 2;
    double ratio = 3;
    int barHeight = DEFAULT_BAR_HEIGHT;
    int charset;
    int homeX;
    int homeY;
    int shiftLeft;
    int shiftDown;
    int printWidth;
    boolean reversed;
    boolean mirrored;
    boolean inverted;
}
