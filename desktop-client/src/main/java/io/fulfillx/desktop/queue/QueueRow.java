package io.fulfillx.desktop.queue;

import io.fulfillx.desktop.store.StoredJob;

/** One parcel in the queue. */
public record QueueRow(StoredJob stored, QueueState state, int units) {}
