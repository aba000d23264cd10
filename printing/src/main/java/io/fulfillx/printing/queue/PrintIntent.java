package io.fulfillx.printing.queue;

import org.jspecify.annotations.Nullable;

/**
 * What must be durable before the first byte of a job leaves, so that a crash cannot hide a print.
 *
 * @param printer the printer's address
 * @param odometerBefore the printer's own count of labels before this one; null when it keeps none
 */
public record PrintIntent(PrintJob job, String printer, @Nullable Long odometerBefore) {}
