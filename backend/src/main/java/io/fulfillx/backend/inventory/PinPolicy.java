package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationPolicy.Level;
import io.fulfillx.backend.inventory.ReservationPolicy.ShelfLife;
import io.fulfillx.backend.inventory.api.LineUnits;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderLineId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses bins and lots for what an order was promised: what expires first goes first, what is
 * promised already stays where it is among equals, and no promise moves to another warehouse. Pure.
 */
final class PinPolicy {
    /** Among the line's own, those that need another place most. */
    private static final Comparator<Loose> GIVEN_UP_FIRST =
            Comparator.comparing(Loose::sendable)
                    .thenComparing(
                            loose -> loose.shelfLife().expiresOn(), Comparator.reverseOrder())
                    .thenComparing(Loose::key);

    private static final Comparator<Offer> FIRST_EXPIRED =
            Comparator.comparing((Offer offer) -> offer.shelfLife().expiresOn())
                    .thenComparing(offer -> !offer.own())
                    .thenComparing(offer -> offer.shelfLife().receivedAt())
                    .thenComparing(Offer::key);

    private PinPolicy() {}

    /**
     * Units promised to a line that are not bound to their place.
     *
     * @param sendable false when they are too near their end
     */
    record Loose(
            OrderLineId lineId,
            StockKey key,
            String warehouse,
            int units,
            ShelfLife shelfLife,
            boolean sendable) {}

    /** Units of a line whose promise is bound to a place, which may be another. */
    record Move(OrderLineId lineId, StockKey from, StockKey to, int units) {}

    /** The decision. */
    sealed interface Plan {
        record Moves(List<Move> moves) implements Plan {}

        record Lacking(List<ItemId> items) implements Plan {}
    }

    private record Offer(
            StockKey key, String warehouse, ShelfLife shelfLife, int units, boolean own) {}

    /**
     * @param loose what the order's lines have and may move
     * @param free what nobody was promised, near ends left out
     * @param warehouse whose units go first
     */
    static Plan plan(
            List<LineUnits> wanted, List<Loose> loose, List<Level> free, String warehouse) {
        Map<StockKey, Integer> freeLeft = new HashMap<>();
        free.forEach(level -> freeLeft.put(level.key(), level.units()));
        List<Move> moves = new ArrayList<>();
        List<ItemId> lacking = new ArrayList<>();
        for (LineUnits units : wanted) {
            List<Loose> own =
                    loose.stream()
                            .filter(each -> each.lineId().equals(units.lineId()))
                            .filter(each -> each.key().item().equals(units.itemId()))
                            .toList();
            if (!place(
                    units.quantity().units(), own, offers(own, free, warehouse), freeLeft, moves)) {
                lacking.add(units.itemId());
            }
        }
        return lacking.isEmpty()
                ? new Plan.Moves(List.copyOf(moves))
                : new Plan.Lacking(List.copyOf(lacking));
    }

    private static boolean place(
            int wanted,
            List<Loose> own,
            List<Offer> offers,
            Map<StockKey, Integer> freeLeft,
            List<Move> moves) {
        Map<StockKey, Integer> ownLeft = new HashMap<>();
        Map<String, Integer> room = new HashMap<>();
        for (Loose each : own) {
            ownLeft.merge(each.key(), each.units(), Integer::sum);
            room.merge(each.warehouse(), each.units(), Integer::sum);
        }
        List<Offer> chosen = new ArrayList<>();
        int left = wanted;
        for (Offer offer : offers) {
            int there = offer.own() ? offer.units() : freeLeft.getOrDefault(offer.key(), 0);
            int taken = Math.min(Math.min(left, there), room.getOrDefault(offer.warehouse(), 0));
            if (taken > 0) {
                Map<StockKey, Integer> stock = offer.own() ? ownLeft : freeLeft;
                stock.merge(offer.key(), -taken, Integer::sum);
                room.merge(offer.warehouse(), -taken, Integer::sum);
                chosen.add(
                        new Offer(
                                offer.key(),
                                offer.warehouse(),
                                offer.shelfLife(),
                                taken,
                                offer.own()));
                left -= taken;
            }
        }
        if (left == 0) {
            chosen.forEach(offer -> moves.addAll(moves(offer, own, ownLeft)));
        }
        return left == 0;
    }

    private static List<Offer> offers(List<Loose> own, List<Level> free, String warehouse) {
        List<Offer> offers = new ArrayList<>();
        for (Loose each : own) {
            if (each.sendable()) {
                offers.add(
                        new Offer(
                                each.key(),
                                each.warehouse(),
                                each.shelfLife(),
                                each.units(),
                                true));
            }
        }
        if (!own.isEmpty()) {
            ItemId item = own.getFirst().key().item();
            for (Level level : free) {
                if (level.itemId().equals(item)) {
                    offers.add(
                            new Offer(
                                    level.key(),
                                    level.warehouse(),
                                    level.shelfLife(),
                                    level.units(),
                                    false));
                }
            }
        }
        Comparator<Offer> near = Comparator.comparing(each -> !each.warehouse().equals(warehouse));
        return offers.stream().sorted(near.thenComparing(FIRST_EXPIRED)).toList();
    }

    /** The line's own stay; for others the line gives up as many of its own. */
    private static List<Move> moves(Offer offer, List<Loose> own, Map<StockKey, Integer> ownLeft) {
        OrderLineId line = own.getFirst().lineId();
        if (offer.own()) {
            return List.of(new Move(line, offer.key(), offer.key(), offer.units()));
        }
        List<Move> moves = new ArrayList<>();
        int left = offer.units();
        for (Loose source : own.stream().sorted(GIVEN_UP_FIRST).toList()) {
            int taken = Math.min(left, ownLeft.getOrDefault(source.key(), 0));
            if (taken > 0 && source.warehouse().equals(offer.warehouse())) {
                ownLeft.merge(source.key(), -taken, Integer::sum);
                moves.add(new Move(line, source.key(), offer.key(), taken));
                left -= taken;
            }
        }
        return moves;
    }
}
