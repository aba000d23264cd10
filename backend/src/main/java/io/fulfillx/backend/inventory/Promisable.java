package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationPolicy.Demand;
import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
import io.fulfillx.backend.inventory.ReservationPolicy.Level;
import io.fulfillx.backend.inventory.ReservationPolicy.Plan;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can still be promised while orders are served one after the other. Pure. */
final class Promisable {
    private final Map<ItemId, List<Level>> levels = new HashMap<>();

    Promisable(List<Level> levels) {
        for (Level level : levels) {
            this.levels.computeIfAbsent(level.itemId(), _ -> new ArrayList<>()).add(level);
        }
    }

    /** Serves one order, all of it or nothing; what it is granted is gone for the next. */
    Plan serve(List<Demand> demands) {
        List<Level> offered =
                demands.stream()
                        .map(Demand::itemId)
                        .distinct()
                        .flatMap(item -> levels.getOrDefault(item, List.of()).stream())
                        .toList();
        Plan plan = ReservationPolicy.plan(demands, offered);
        if (plan instanceof Plan.Granted(List<Grant> grants)) {
            grants.forEach(this::take);
        }
        return plan;
    }

    private void take(Grant grant) {
        levels.getOrDefault(grant.key().item(), List.of())
                .replaceAll(level -> level.key().equals(grant.key()) ? less(level, grant) : level);
    }

    private static Level less(Level level, Grant grant) {
        return new Level(
                level.key(),
                level.warehouse(),
                new Quantity(level.units() - grant.quantity().units()),
                level.shelfLife());
    }
}
