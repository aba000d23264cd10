package io.fulfillx.backend.channels;

import org.jspecify.annotations.Nullable;

/** What came out of reading one order from a channel. */
public sealed interface OrderReading {

    /** A readable order. */
    record Read(ChannelOrder order) implements OrderReading {}

    /**
     * Well-formed, but something else: a refund, a product, a fulfillment.
     *
     * @param pointer JSON pointer of the thing in the body
     * @param detail what it looks like
     */
    record NotAnOrder(String pointer, String detail) implements OrderReading {}

    /**
     * An order that cannot be read.
     *
     * @param pointer JSON pointer of the offending value in the body, empty for the whole body
     * @param detail what was expected there
     * @param channelOrderId its id, if that much was readable
     * @param name its name, if that much was readable
     */
    record MalformedOrder(
            String pointer, String detail, @Nullable String channelOrderId, @Nullable String name)
            implements OrderReading {}
}
