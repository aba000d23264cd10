package io.fulfillx.desktop.labels;

import io.fulfillx.desktop.store.StoredJob;

/**
 * One label of a wave.
 *
 * @param number its place in pick order, from 1
 * @param detail the evidence when it is out, the reason when it is not
 */
public record LabelRow(int number, StoredJob stored, LabelState state, String detail) {
    /** The carrier's number on it. */
    public String trackingNumber() {
        return stored.job().paidLabel().trackingNumber().value();
    }
}
