package io.fulfillx.backend.inventory;

/**
 * What a movement does to a level, in units; either may be negative.
 *
 * @param onHand change of what is on hand
 * @param reserved change of what is promised to orders
 */
record StockChange(int onHand, int reserved) {}
