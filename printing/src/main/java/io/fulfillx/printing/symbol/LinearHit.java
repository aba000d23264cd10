package io.fulfillx.printing.symbol;

/**
 * A linear symbol among bars.
 *
 * @param first its first bar
 * @param count its bars and spaces
 */
record LinearHit(Symbology kind, String aimId, String payload, int first, int count) {}
