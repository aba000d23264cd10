package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.fulfillment.api.ParcelJourney;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.state.StateTable;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Walks every state and every verb of each machine. */
class StateTablesTest {
    /** One line per state: the verbs that are possible and where they lead; the rest is refused. */
    private static <S extends Enum<S>, V extends Enum<V>> String walk(
            StateTable<S, V> table, Class<S> states, Class<V> verbs) {
        return Arrays.stream(states.getEnumConstants())
                .map(
                        from ->
                                from
                                        + ":"
                                        + Arrays.stream(verbs.getEnumConstants())
                                                .map(verb -> step(table, from, verb))
                                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static <S extends Enum<S>, V extends Enum<V>> String step(
            StateTable<S, V> table, S from, V verb) {
        if (table.next(from, verb).isPresent()) {
            S to = table.require(from, verb);
            return " " + verb + (to == from ? "" : ">" + to);
        }
        Fault refused = assertThrows(Fault.class, () -> table.require(from, verb));
        assertEquals(Fault.Code.NOT_ALLOWED_NOW, refused.code());
        String sentence = refused.detail();
        assertTrue(sentence.contains(" is " + from + "; "), sentence);
        table.verbs(from)
                .forEach(
                        possible ->
                                assertTrue(
                                        sentence.contains(
                                                possible.name()
                                                        .toLowerCase(java.util.Locale.ROOT)
                                                        .replace('_', ' ')),
                                        sentence));
        return "";
    }

    @Test
    void aFulfillmentOrderGoesTheseWaysAndNoOther() {
        assertEquals(
                """
                OPEN: SCHEDULE>SCHEDULED SPLIT MERGE MOVE CHANGE RELEASE>PICKING CANCEL>CANCELLED
                SCHEDULED: SCHEDULE OPEN>OPEN SPLIT MERGE MOVE CHANGE CANCEL>CANCELLED
                PICKING: PICK_ALL>PICKED PACK_SOME>PACKING PACK_ALL>PACKED SET_ASIDE>EXCEPTION \
                RETURN_TO_QUEUE>OPEN CANCEL>CANCELLED
                PICKED: PACK_SOME>PACKING PACK_ALL>PACKED SET_ASIDE>EXCEPTION \
                RETURN_TO_QUEUE>OPEN CANCEL>CANCELLED
                PACKING: PACK_SOME PACK_ALL>PACKED SET_ASIDE>EXCEPTION CANCEL>CANCELLED
                PACKED: SHIP>SHIPPED RECALL>CANCELLED
                SHIPPED: RECALL>CANCELLED
                CANCELLED:
                EXCEPTION: PICK_ALL>PICKED PACK_SOME>PACKING PACK_ALL>PACKED SET_ASIDE \
                RETURN_TO_QUEUE>OPEN CANCEL>CANCELLED\
                """,
                walk(
                        FulfillmentOrderState.TABLE,
                        FulfillmentOrderState.class,
                        FulfillmentOrderState.Verb.class));
    }

    @Test
    void aParcelGoesTheseWaysAndNoOther() {
        assertEquals(
                """
                PLANNED: LABEL>LABELLED CANCEL>CANCELLED
                LABELLED: PICK>PICKED PACK>PACKED SET_ASIDE>SET_ASIDE REPLACE_LABEL>PLANNED \
                CANCEL>CANCELLED
                PICKED: UNPICK>LABELLED PACK>PACKED SET_ASIDE>SET_ASIDE REPLACE_LABEL>PLANNED \
                CANCEL>CANCELLED
                PACKED: CANCEL>CANCELLED
                CANCELLED:
                SET_ASIDE: PACK>PACKED SET_ASIDE REPLACE_LABEL>PLANNED CANCEL>CANCELLED\
                """,
                walk(ParcelStatus.TABLE, ParcelStatus.class, ParcelStatus.Verb.class));
    }

    @Test
    void aPackedParcelTravelsTheseWaysAndNoOther() {
        assertEquals(
                """
                HERE: HAND_OVER>MANIFESTED ACCEPT>ACCEPTED
                MANIFESTED: TAKE_BACK>HERE ACCEPT>ACCEPTED TRAVEL>IN_TRANSIT \
                GO_OUT>OUT_FOR_DELIVERY DELIVER>DELIVERED FAIL>EXCEPTION
                ACCEPTED: TRAVEL>IN_TRANSIT GO_OUT>OUT_FOR_DELIVERY DELIVER>DELIVERED \
                FAIL>EXCEPTION RETURN>RETURNED
                IN_TRANSIT: TRAVEL GO_OUT>OUT_FOR_DELIVERY DELIVER>DELIVERED FAIL>EXCEPTION \
                RETURN>RETURNED
                OUT_FOR_DELIVERY: TRAVEL>IN_TRANSIT DELIVER>DELIVERED FAIL>EXCEPTION \
                RETURN>RETURNED
                DELIVERED:
                EXCEPTION: TRAVEL>IN_TRANSIT GO_OUT>OUT_FOR_DELIVERY DELIVER>DELIVERED \
                RETURN>RETURNED
                RETURNED:\
                """,
                walk(ParcelJourney.TABLE, ParcelJourney.class, ParcelJourney.Verb.class));
    }

    @Test
    void anOrderCanBeAskedTheseThingsAndNoOther() {
        String open =
                " HOLD ALLOCATE CANCEL CANCEL_LINES CHANGE_ADDRESS CHANGE_QUANTITY CHANGE_POLICY";
        String floor = " HOLD ALLOCATE CANCEL CANCEL_LINES CHANGE_ADDRESS";
        assertEquals(
                String.join(
                        "\n",
                        "RECEIVED:" + open,
                        "VALIDATED:" + open,
                        "ALLOCATED:" + open,
                        "PARTIALLY_ALLOCATED:" + open,
                        "BACKORDERED:" + open,
                        "RELEASED:" + floor,
                        "IN_FULFILLMENT:" + floor,
                        "PARTIALLY_SHIPPED:" + open,
                        "SHIPPED: CANCEL CLOSE",
                        "DELIVERED: CLOSE",
                        "CLOSED:",
                        "CANCEL_REQUESTED: HOLD CANCEL CONFIRM_CANCEL",
                        "CANCELLED: CANCEL CLOSE",
                        "NOTHING_TO_SHIP: CLOSE"),
                walk(OrderStatus.TABLE, OrderStatus.class, OrderStatus.Verb.class));
    }
}
