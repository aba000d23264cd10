package io.fulfillx.backend.catalog.api;

import org.jspecify.annotations.Nullable;

/**
 * What an item asks of the parcel it leaves in.
 *
 * @param hazardClass of dangerous goods, such as 3 or 2.1; null when it is none. Goods of different
 *     classes, and dangerous with ordinary ones, never share a parcel
 * @param alone nothing else goes into its parcel, not even another unit of it
 * @param ownContainer it is sent in the box it came in
 */
public record ParcelNeeds(@Nullable String hazardClass, boolean alone, boolean ownContainer) {
    public static final ParcelNeeds NONE = new ParcelNeeds(null, false, false);

    /** What may go together has the same group; empty for ordinary goods. */
    public String group() {
        return hazardClass == null ? "" : ("HAZMAT " + hazardClass).strip();
    }
}
