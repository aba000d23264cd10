package io.fulfillx.backend.channels;

import java.util.List;

/** A channel whose order documents can be read. Pure: no clock, no network. */
public interface TranslatesOrders {

    /**
     * Reads one body, which may hold several orders. A bad order does not spoil its neighbours.
     *
     * @return one reading per thing found, in the order of the body; never empty unless the body is
     *     an empty list of orders
     */
    List<OrderReading> read(byte[] body);
}
