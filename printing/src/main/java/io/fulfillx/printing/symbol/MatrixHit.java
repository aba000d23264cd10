package io.fulfillx.printing.symbol;

/** A two-dimensional symbol that was read. */
record MatrixHit(Symbology kind, String aimId, String payload) {}
