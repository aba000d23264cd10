package io.fulfillx.backend.fulfillment.api;

import io.fulfillx.model.id.ParcelId;

import org.jspecify.annotations.Nullable;

/**
 * The claim under which a station says it acts.
 *
 * @param epoch null from a station that names none
 */
public record NamedClaim(ParcelId parcel, @Nullable Integer epoch) {}
