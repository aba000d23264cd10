package io.fulfillx.printing.queue;

import java.time.Instant;

/** A job with its end. */
public record PrintResult(PrintJob job, PrintOutcome outcome, Instant at) {}
