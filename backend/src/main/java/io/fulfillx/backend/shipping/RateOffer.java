package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.CarrierRate;

/** A rate and whose it is. */
public record RateOffer(String carrier, CarrierRate rate) {}
