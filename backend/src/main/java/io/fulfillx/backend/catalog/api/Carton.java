package io.fulfillx.backend.catalog.api;

import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

/**
 * An empty box type.
 *
 * @param code upper-case letters and digits, as on its command barcode
 * @param tare its own weight
 * @param maxWeight the most it may weigh when packed
 */
public record Carton(String code, String name, Dimensions size, Weight tare, Weight maxWeight) {}
