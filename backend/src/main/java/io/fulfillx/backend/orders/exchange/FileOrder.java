package io.fulfillx.backend.orders.exchange;

import io.fulfillx.backend.channels.ChannelOrder;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What one order of a file turned out to be.
 *
 * @param line where it begins in the file, from 1
 * @param rows how many rows it takes
 * @param key the channel's id of it, as far as it could be read
 * @param order null when anything of it could not be read: an order comes in whole or not at all
 */
record FileOrder(
        long line, long rows, String key, @Nullable ChannelOrder order, List<Problem> problems) {
    FileOrder {
        problems = List.copyOf(problems);
    }

    /** What is wrong, and in which line and field. */
    record Problem(long line, String field, String detail) {}
}
