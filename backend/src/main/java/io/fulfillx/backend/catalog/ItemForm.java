package io.fulfillx.backend.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An item as people write it.
 *
 * @param barcodes those of a single unit; the SKU and GTINs in 14 digits are added
 * @param packBarcodes those of cases and other packs
 * @param version the one that was read, when it is changed; absent when it is new
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemForm(
        @Field(needed = true) @Nullable Sku sku,
        @Field(needed = true, min = 1, max = 300) @Nullable String title,
        @Field(max = 50, about = "Those of a single unit; the SKU is added.")
                @Nullable List<@Nullable String> barcodes,
        @Field(max = 50, about = "Those of cases: one scan means so many units.")
                @Nullable List<@Nullable PackBarcode> packBarcodes,
        @Nullable Weight weightGrams,
        @Field(min = 1, max = 5_000) @Nullable Integer lengthMm,
        @Field(min = 1, max = 5_000) @Nullable Integer widthMm,
        @Field(min = 1, max = 5_000) @Nullable Integer heightMm,
        @Field(min = 1, max = 40, about = "Where it usually lies; made when it is new.")
                @Nullable String location,
        ItemDetails.@Nullable Handling handling,
        ItemDetails.@Nullable Hazmat hazmat,
        ItemDetails.@Nullable Customs customs,
        @Field(about = "What one unit costs.") @Nullable Money unitCost,
        @Field(min = 1, about = "The version that was read; needed to change an item.")
                @Nullable Integer version) {}
