package io.fulfillx.model.sync;

import org.jspecify.annotations.Nullable;

/**
 * The verdict on one journal row.
 *
 * @param code why, when it is QUARANTINED or REFUSED, such as {@code order-cancelled}
 */
public record CommandVerdict(long n, Verdict verdict, @Nullable String code) {}
