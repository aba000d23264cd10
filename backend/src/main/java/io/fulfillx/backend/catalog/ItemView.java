package io.fulfillx.backend.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An item as the API shows it.
 *
 * @param version send it with the next change
 * @param images how many pictures there are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemView(
        ItemId itemId,
        Sku sku,
        String title,
        List<String> barcodes,
        List<PackBarcode> packBarcodes,
        int weightGrams,
        @Nullable Integer lengthMm,
        @Nullable Integer widthMm,
        @Nullable Integer heightMm,
        @Nullable String location,
        ItemDetails.@Nullable Handling handling,
        ItemDetails.@Nullable Hazmat hazmat,
        ItemDetails.@Nullable Customs customs,
        @Nullable Money unitCost,
        int images,
        int version,
        @Nullable Instant archivedAt) {
    static ItemView of(ItemStore.Entry entry) {
        ItemFacts facts = entry.facts();
        Dimensions size = facts.size();
        return new ItemView(
                entry.itemId(),
                facts.sku(),
                facts.title(),
                facts.single(),
                facts.packs(),
                facts.weight().grams(),
                size == null ? null : size.lengthMm(),
                size == null ? null : size.widthMm(),
                size == null ? null : size.heightMm(),
                facts.location(),
                facts.details().handling(),
                facts.details().hazmat(),
                facts.details().customs(),
                facts.unitCost(),
                entry.images(),
                entry.version(),
                entry.archivedAt());
    }
}
