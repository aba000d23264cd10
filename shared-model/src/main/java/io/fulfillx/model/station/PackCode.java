package io.fulfillx.model.station;

/**
 * A barcode on a pack of an item, such as a case.
 *
 * @param units single units that one scan of it stands for, 2 at least
 */
public record PackCode(String barcode, int units) {
    public PackCode {
        if (units < 2) {
            throw new IllegalArgumentException("a pack has two units at least");
        }
    }
}
