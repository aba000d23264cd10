package io.fulfillx.model.station;

import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

/** An empty carton type that a packer can take. */
public record CartonChoice(String code, String name, Dimensions inner, Weight tare) {}
