package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.model.id.ChannelId;

/**
 * An order that wants in.
 *
 * @param actor who brought it, for the history
 */
record IncomingOrder(ChannelId channel, ChannelOrder order, String actor) {
    /** What makes it the same order when it comes again. */
    record Key(ChannelId channel, String channelOrderId) {}

    Key key() {
        return new Key(channel, order.channelOrderId());
    }
}
