package io.fulfillx.backend.shipping.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.model.label.FitTolerance;

import org.jspecify.annotations.Nullable;

/**
 * What an organization's labels and plates are made by.
 *
 * @param companyPrefix the GS1 company prefix of its plates
 * @param extensionDigit the digit in front of it
 * @param tolerance how far a parcel may be from what its label was bought for; null when a label
 *     fits whatever is weighed
 */
public record LabelRule(
        String companyPrefix,
        int extensionDigit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FitTolerance tolerance) {
    /** A prefix that GS1 keeps for demonstrations: nobody's parcels have it in earnest. */
    public static final LabelRule BY_DEFAULT = new LabelRule("9521000", 0, null);
}
