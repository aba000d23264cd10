package io.fulfillx.device.hid;

/**
 * One value, or a row of equal values, inside a report.
 *
 * @param usagePage what family of meanings the usage is from, such as 0x8C for bar code scanners
 * @param usage what it means within the page; of a row, what its first value means
 * @param bitOffset where it begins, the byte of the report's number not counted
 * @param bits of one value
 * @param count how many values stand in a row
 */
public record HidField(int usagePage, int usage, int bitOffset, int bits, int count) {
    /** Whether it has this meaning. */
    public boolean is(int page, int wanted) {
        return usagePage == page && usage == wanted;
    }
}
