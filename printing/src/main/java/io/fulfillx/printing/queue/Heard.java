package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.language.LabelWord;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a printer said in a moment.
 *
 * @param status null when it gave no complete answer to a question
 * @param count its count of labels, where the answer holds one
 * @param mark how many labels had left when that question was asked, at least
 * @param announced tokens of labels that are out
 * @param words what it said by itself, in order; before the answer, as far as both came together
 */
record Heard(
        @Nullable DeviceStatus status,
        @Nullable Long count,
        long mark,
        List<String> announced,
        List<LabelWord> words) {
    static final Heard NOTHING = new Heard(null, null, 0, List.of(), List.of());

    Heard(@Nullable DeviceStatus status, @Nullable Long count, long mark, List<String> announced) {
        this(status, count, mark, announced, List.of());
    }
}
