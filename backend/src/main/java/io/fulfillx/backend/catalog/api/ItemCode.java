package io.fulfillx.backend.catalog.api;

/**
 * What may be scanned for an item.
 *
 * @param units how many of it that means; more than one for a case or another pack
 */
public record ItemCode(String barcode, int units) {}
