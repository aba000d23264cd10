package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationStore.Held;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.model.id.OrderLineId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lines are promised, while several portions of it are taken one after the other. */
final class Promises {
    private record Place(OrderLineId line, StockKey key) {}

    private final Map<Place, Held> open = new HashMap<>();

    Promises(List<Held> held) {
        held.forEach(each -> open.put(new Place(each.lineId(), each.key()), each));
    }

    Optional<Held> of(OrderLineId line, StockKey key) {
        return Optional.ofNullable(open.get(new Place(line, key)));
    }

    /** What the line had there before these units were taken; empty when that is less. */
    Optional<Held> take(OrderLineId line, StockKey key, int units) {
        Optional<Held> found = of(line, key).filter(held -> held.units() >= units);
        found.ifPresent(held -> open.put(new Place(line, key), held.less(units)));
        return found;
    }
}
