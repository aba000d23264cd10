package io.fulfillx.model.station;

import java.time.Instant;

/**
 * A reason not to ship, as the packer reads it.
 *
 * @param type ADDRESS, PAYMENT, INVENTORY, OPERATOR, FRAUD, UNKNOWN_SKU, RULE, CARRIER…
 */
public record HoldNotice(String type, String reason, Instant placedAt) {}
