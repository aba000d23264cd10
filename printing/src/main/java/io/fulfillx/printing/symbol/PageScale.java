package io.fulfillx.printing.symbol;

/**
 * How much finer the page is than the target.
 *
 * @param across pixels of the page for each dot
 * @param down pixels of the page for each dot
 */
record PageScale(double across, double down) {
    /** An area of the target on the page. */
    Symbol.Area onPage(Symbol.Area area) {
        int left = (int) Math.floor(area.x() * across);
        int top = (int) Math.floor(area.y() * down);
        int right = (int) Math.ceil((area.x() + area.width()) * across);
        int bottom = (int) Math.ceil((area.y() + area.height()) * down);
        return new Symbol.Area(left, top, right - left, bottom - top);
    }
}
