package io.fulfillx.backend.fulfillment.api;

import io.fulfillx.model.station.LanePlate;

import org.jspecify.annotations.Nullable;

/**
 * A parcel that may be packed without its carrier's label.
 *
 * @param plate the newest that was stuck on; null while none is known
 * @param numberedByStation whether its station makes its number, so that no label is bought
 */
public record Lane(@Nullable LanePlate plate, boolean numberedByStation) {}
