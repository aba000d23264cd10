package io.fulfillx.printing.preview.zpl;

/**
 * Where a field stands.
 *
 * @param typeset at its baseline and lower left corner rather than its upper left one
 * @param next behind the typeset text before it, whatever the numbers
 * @param rightJustified ends there instead of beginning
 */
record Place(int x, int y, boolean typeset, boolean next, boolean rightJustified) {
    Place moved(int right, int down) {
        return new Place(x + right, y + down, typeset, next, rightJustified);
    }
}
