package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.model.id.LocationId;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** What each event does to the levels. Pure: no clock, no database. */
public final class StockEffects {
    private StockEffects() {}

    /**
     * The event's legs, one for each level, in the order in which levels are worked on. A level
     * that does not change in the end has no leg.
     */
    public static List<StockLeg> of(StockEvent event) {
        return switch (event) {
            case StockEvent.Receive e -> moved(e.key(), e.units(), e.serials());
            case StockEvent.PutAway e ->
                    legs(
                            conditioned(e.from(), -e.units(), e.condition(), e.serials()),
                            conditioned(
                                    e.from().at(e.to()), e.units(), e.condition(), e.serials()));
            case StockEvent.Reserve e -> each(e.portions(), p -> promise(p, 1));
            case StockEvent.Release e -> each(e.portions(), p -> promise(p, -1));
            case StockEvent.Pin e ->
                    legs(
                            new StockLeg(e.from(), Buckets.reserved(-e.units())),
                            new StockLeg(
                                    e.to(), Buckets.reserved(e.units()).withAllocated(e.units())));
            case StockEvent.Unpin e -> legs(new StockLeg(e.key(), Buckets.allocated(-e.units())));
            case StockEvent.Pick e -> pick(e);
            case StockEvent.CommitShip e -> each(e.portions(), StockEffects::gone);
            case StockEvent.WriteOff e -> each(e.portions(), StockEffects::gone);
            case StockEvent.Adjust e -> moved(e.key(), e.delta(), e.serials());
            // A count that finds what was expected is booked too: it proves that somebody looked.
            case StockEvent.Count e ->
                    List.of(
                            new StockLeg(
                                    e.key(),
                                    Buckets.onHand(e.counted() - e.expected()),
                                    e.serials()));
            case StockEvent.TransferOut e ->
                    legs(
                            new StockLeg(e.from(), Buckets.onHand(-e.units()), e.serials()),
                            new StockLeg(e.from().at(e.to()), Buckets.inTransit(e.units())));
            case StockEvent.TransferIn e ->
                    legs(
                            new StockLeg(
                                    e.to(),
                                    Buckets.onHand(e.units()).withInTransit(-e.units()),
                                    e.serials()));
            case StockEvent.TransferLoss e ->
                    legs(new StockLeg(e.to(), Buckets.inTransit(-e.units())));
            case StockEvent.KitAssemble e -> kit(e.kit(), e.kits(), e.components(), -1);
            case StockEvent.KitBreak e -> kit(e.kit(), -e.kits(), e.components(), 1);
            case StockEvent.Quarantine e ->
                    judged(e.key(), e.units(), e.from(), Condition.QUARANTINE);
            case StockEvent.ReleaseQuarantine e ->
                    judged(e.key(), e.units(), e.from(), Condition.SELLABLE);
            case StockEvent.Damage e -> judged(e.key(), e.units(), e.from(), Condition.DAMAGED);
            case StockEvent.Scrap e ->
                    legs(conditioned(e.key(), -e.units(), e.from(), e.serials()));
            case StockEvent.ReturnReceive e ->
                    legs(conditioned(e.key(), e.units(), e.disposition(), e.serials()));
            case StockEvent.Reverse e ->
                    e.legs().stream()
                            .map(l -> new StockLeg(l.key(), l.delta().negated(), l.serials()))
                            .sorted(java.util.Comparator.comparing(StockLeg::key))
                            .toList();
        };
    }

    private static List<StockLeg> moved(StockKey key, int units, List<String> serials) {
        return legs(new StockLeg(key, Buckets.onHand(units), serials));
    }

    private static StockLeg conditioned(
            StockKey key, int units, Condition condition, List<String> serials) {
        return new StockLeg(key, condition.bucket(units).withOnHand(units), serials);
    }

    private static StockLeg promise(Portion portion, int sign) {
        return new StockLeg(
                portion.key(),
                Buckets.reserved(sign * portion.units()).withAllocated(sign * portion.pinned()));
    }

    private static StockLeg gone(Portion portion) {
        return new StockLeg(
                portion.key(),
                promise(portion, -1).delta().withOnHand(-portion.units()),
                portion.serials());
    }

    /** What lies in a tote is bound to it. */
    private static List<StockLeg> pick(StockEvent.Pick event) {
        LocationId tote = event.tote();
        List<StockLeg> legs = new ArrayList<>();
        for (Portion portion : event.portions()) {
            int units = portion.units();
            legs.add(gone(portion));
            legs.add(
                    new StockLeg(
                            portion.key().at(tote),
                            new Buckets(units, units, units, 0, 0, 0, 0),
                            portion.serials()));
        }
        return merged(legs);
    }

    private static List<StockLeg> kit(StockKey kit, int kits, List<Portion> components, int sign) {
        List<StockLeg> legs = new ArrayList<>();
        legs.add(new StockLeg(kit, Buckets.onHand(kits)));
        for (Portion part : components) {
            legs.add(new StockLeg(part.key(), Buckets.onHand(sign * part.units()), part.serials()));
        }
        return merged(legs);
    }

    private static List<StockLeg> judged(StockKey key, int units, Condition from, Condition to) {
        return legs(new StockLeg(key, from.bucket(-units).plus(to.bucket(units))));
    }

    private static List<StockLeg> each(List<Portion> portions, Function<Portion, StockLeg> leg) {
        return merged(portions.stream().map(leg).toList());
    }

    private static List<StockLeg> legs(StockLeg... legs) {
        return merged(List.of(legs));
    }

    private static List<StockLeg> merged(List<StockLeg> legs) {
        TreeMap<StockKey, StockLeg> byKey = new TreeMap<>();
        legs.forEach(leg -> byKey.merge(leg.key(), leg, StockLeg::plus));
        return byKey.values().stream()
                .filter(leg -> !leg.delta().equals(Buckets.ZERO) || !leg.serials().isEmpty())
                .toList();
    }
}
