package io.fulfillx.backend.printing;

import io.fulfillx.model.id.WaveId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** The labels of a wave that were asked for together. */
record PrintBatchRecord(
        UUID printBatchId,
        WaveId waveId,
        PrintBatchState state,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
