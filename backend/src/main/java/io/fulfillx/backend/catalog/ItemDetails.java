package io.fulfillx.backend.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.http.Field;

import org.jspecify.annotations.Nullable;

/** How an item has to be handled, what is dangerous about it, and what customs want to know. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemDetails(
        @Nullable Handling handling, @Nullable Hazmat hazmat, @Nullable Customs customs) {
    static final ItemDetails NONE = new ItemDetails(null, null, null);

    /** At which temperature it is kept and sent. */
    enum Temperature {
        AMBIENT,
        CHILLED,
        FROZEN
    }

    /** A battery's chemistry and how it is packed; each has its own UN number. */
    enum Lithium {
        ION_ALONE("UN3480"),
        ION_WITH_EQUIPMENT("UN3481"),
        ION_IN_EQUIPMENT("UN3481"),
        METAL_ALONE("UN3090"),
        METAL_WITH_EQUIPMENT("UN3091"),
        METAL_IN_EQUIPMENT("UN3091");

        private final String unNumber;

        Lithium(String unNumber) {
            this.unNumber = unNumber;
        }

        String unNumber() {
            return unNumber;
        }
    }

    /**
     * @param shipsAlone nothing else goes into its parcel
     * @param ownContainer it is sent in the box it came in
     * @param maxTopLoadGrams what may lie on it at most
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Handling(
            @Nullable Boolean fragile,
            @Nullable Boolean thisSideUp,
            @Field(about = "Nothing else goes into its parcel.") @Nullable Boolean shipsAlone,
            @Field(about = "It is sent in the box it came in.") @Nullable Boolean ownContainer,
            @Field(min = 0, max = 1_000_000, about = "In grams: what may lie on it at most.")
                    @Nullable Integer maxTopLoadGrams,
            @Nullable Temperature temperature) {}

    /**
     * @param hazardClass of the UN Model Regulations, such as 3 or 2.1
     * @param packingGroup I, II or III
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hazmat(
            @Field(about = "UN and four digits.") @Nullable String unNumber,
            @Field(about = "Such as 3 or 2.1.") @Nullable String hazardClass,
            @Field(oneOf = {"I", "II", "III"}) @Nullable String packingGroup,
            @Nullable Lithium lithium,
            @Nullable Boolean limitedQuantity) {}

    /**
     * @param originCountry ISO 3166 alpha-2
     * @param hsCode 6 to 10 digits of the Harmonized System
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Customs(
            @Field(min = 2, max = 2, about = "ISO 3166 alpha-2.") @Nullable String originCountry,
            @Field(min = 6, max = 10, about = "Digits only.") @Nullable String hsCode,
            @Field(min = 1, max = 200) @Nullable String description) {}
}
