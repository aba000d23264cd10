package io.fulfillx.backend.catalog;

import io.fulfillx.backend.platform.http.Field;

import org.jspecify.annotations.Nullable;

/**
 * A barcode on a pack: one scan of it means so many single units.
 *
 * @param uom name of the pack level, such as CASE
 */
record PackBarcode(
        @Field(needed = true, min = 1, max = 80) @Nullable String barcode,
        @Field(needed = true, min = 1, max = 12, about = "Capital letters and digits, as CASE.")
                @Nullable String uom,
        @Field(needed = true, min = 2, max = 1_000_000) @Nullable Integer units) {}
