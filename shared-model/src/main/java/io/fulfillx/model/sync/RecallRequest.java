package io.fulfillx.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.model.id.OperatorId;

import org.jspecify.annotations.Nullable;

/**
 * A lead has the tote of another station's parcel in their hands. One of the three codes is given.
 *
 * @param claimEpoch the claim that they were shown; null when they were shown none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecallRequest(
        @Nullable String toteCode,
        @Nullable String trackingNumber,
        @Nullable String orderCode,
        @Nullable Integer claimEpoch,
        OperatorId operatorId) {}
