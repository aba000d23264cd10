package io.fulfillx.backend.rules;

/**
 * What rules can ask about one line.
 *
 * @param sku empty when the line has none
 * @param weightGrams of one unit
 * @param priceMinor of one unit
 */
public record LineFacts(
        String sku, String title, long quantity, long weightGrams, long priceMinor) {}
