package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.MoveStock.Act;
import io.fulfillx.backend.inventory.ledger.Condition;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.id.LocationId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Which event a movement is. Pure. */
final class MovementPolicy {
    private MovementPolicy() {}

    /**
     * Units that are moved.
     *
     * @param to where they are put away to
     * @param condition what they are fit for before it, or how returned units are judged
     */
    record Units(
            StockKey key,
            @Nullable LocationId to,
            int units,
            @Nullable Condition condition,
            List<String> serials) {}

    /**
     * @throws Fault INVALID when the units are there already, or so already
     */
    static StockEvent event(Act act, Units moved) {
        StockKey key = moved.key();
        int units = moved.units();
        Condition condition = moved.condition() == null ? Condition.SELLABLE : moved.condition();
        return switch (act) {
            case RECEIVE -> new StockEvent.Receive(key, units, moved.serials());
            case PUT_AWAY -> putAway(moved, condition);
            case QUARANTINE ->
                    new StockEvent.Quarantine(key, units, other(condition, Condition.QUARANTINE));
            case RELEASE_Q ->
                    new StockEvent.ReleaseQuarantine(
                            key,
                            units,
                            moved.condition() == null
                                    ? Condition.QUARANTINE
                                    : other(condition, Condition.SELLABLE));
            case DAMAGE -> new StockEvent.Damage(key, units, other(condition, Condition.DAMAGED));
            case SCRAP -> new StockEvent.Scrap(key, units, condition, moved.serials());
            case RETURN_RECEIVE ->
                    new StockEvent.ReturnReceive(key, units, condition, moved.serials());
        };
    }

    private static StockEvent putAway(Units moved, Condition condition) {
        LocationId to = moved.to();
        if (to == null || to.equals(moved.key().location())) {
            throw Fault.invalid("/toLocation", "The units are there already.");
        }
        return new StockEvent.PutAway(moved.key(), to, moved.units(), condition, moved.serials());
    }

    private static Condition other(Condition from, Condition to) {
        if (from == to) {
            throw Fault.invalid("/condition", "The units are in this condition already.");
        }
        return from;
    }
}
