package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.model.id.ChannelId;

/**
 * An order that wants in.
 *
 * @param actor who brought it, for the history
 * @param correlation of the request that brought it; others may work on it together with it
 */
record IncomingOrder(ChannelId channel, ChannelOrder order, String actor, String correlation) {
    /** One that comes by a channel itself, in the current request. */
    static IncomingOrder by(ChannelId channel, ChannelOrder order) {
        return new IncomingOrder(channel, order, Actor.SYSTEM, Correlation.current());
    }

    /** What makes it the same order when it comes again. */
    record Key(ChannelId channel, String channelOrderId) {}

    Key key() {
        return new Key(channel, order.channelOrderId());
    }
}
