package io.fulfillx.model.sync;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How a station stands, for whoever looks after all of them.
 *
 * @param program version of its program
 * @param backlog acts that the server has not answered
 * @param oldestUnsentAt when the oldest of them was confirmed; null without any
 * @param printer state of the printer that is worst off; empty without one. The same for others
 */
public record StationReport(
        String program,
        int backlog,
        @Nullable Instant oldestUnsentAt,
        String printer,
        String scanner,
        String scale) {}
