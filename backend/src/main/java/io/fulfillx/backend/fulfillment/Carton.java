package io.fulfillx.backend.fulfillment;

import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

/**
 * An empty carton type.
 *
 * @param maxWeight the heaviest parcel it may become, its own weight included
 */
public record Carton(String code, String name, Dimensions inner, Weight tare, Weight maxWeight) {}
