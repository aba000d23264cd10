package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.model.id.LocationId;

import java.util.List;
import java.util.UUID;

/** Everything that can happen to stock. What each does to the levels stands in StockEffects. */
public sealed interface StockEvent {
    /** The name of the event in the ledger. */
    Kind kind();

    /** The names are those of the ledger. */
    enum Kind {
        RECEIVE,
        PUT_AWAY,
        RESERVE,
        RELEASE,
        PIN,
        UNPIN,
        PICK,
        COMMIT_SHIP,
        ADJUST,
        COUNT,
        TRANSFER_OUT,
        TRANSFER_IN,
        TRANSFER_LOSS,
        KIT_ASSEMBLE,
        KIT_BREAK,
        QUARANTINE,
        RELEASE_Q,
        DAMAGE,
        SCRAP,
        RETURN_RECEIVE,
        REVERSE
    }

    /** Units come in from outside. */
    record Receive(StockKey key, int units, List<String> serials) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.RECEIVE;
        }
    }

    /** Units that are not promised move to another location. */
    record PutAway(
            StockKey from, LocationId to, int units, Condition condition, List<String> serials)
            implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.PUT_AWAY;
        }
    }

    /** Units are promised. */
    record Reserve(List<Portion> portions) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.RESERVE;
        }
    }

    /** A promise ends without the units leaving. */
    record Release(List<Portion> portions) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.RELEASE;
        }
    }

    /** A promise is bound to a place and lot, which may be another than it was made at. */
    record Pin(StockKey from, StockKey to, int units) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.PIN;
        }
    }

    /** A promise is no longer bound to its place. */
    record Unpin(StockKey key, int units) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.UNPIN;
        }
    }

    /** Promised units go from a bin into a tote and stay promised there. */
    record Pick(List<Portion> portions, LocationId tote) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.PICK;
        }
    }

    /** Promised units leave in a parcel. */
    record CommitShip(List<Portion> portions) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.COMMIT_SHIP;
        }
    }

    /** Promised units are not there, or are broken: promise and units go. */
    record WriteOff(List<Portion> portions, boolean damaged) implements StockEvent {
        @Override
        public Kind kind() {
            return damaged ? Kind.DAMAGE : Kind.ADJUST;
        }
    }

    /** What is on hand is corrected. */
    record Adjust(StockKey key, int delta, List<String> serials) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.ADJUST;
        }
    }

    /**
     * Units were counted.
     *
     * @param expected what was on hand when the count began, not what is there now
     */
    record Count(StockKey key, int counted, int expected, List<String> serials)
            implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.COUNT;
        }
    }

    /** Units leave for another warehouse. */
    record TransferOut(StockKey from, LocationId to, int units, List<String> serials)
            implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.TRANSFER_OUT;
        }
    }

    /** Units that were under way arrive. */
    record TransferIn(StockKey to, int units, List<String> serials) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.TRANSFER_IN;
        }
    }

    /** Units that were under way will not arrive. */
    record TransferLoss(StockKey to, int units) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.TRANSFER_LOSS;
        }
    }

    /** Components become kits. */
    record KitAssemble(StockKey kit, int kits, List<Portion> components) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.KIT_ASSEMBLE;
        }
    }

    /** Kits become components again. */
    record KitBreak(StockKey kit, int kits, List<Portion> components) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.KIT_BREAK;
        }
    }

    /** Units are kept apart. */
    record Quarantine(StockKey key, int units, Condition from) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.QUARANTINE;
        }
    }

    /** Units that were kept apart or inspected can be sold. */
    record ReleaseQuarantine(StockKey key, int units, Condition from) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.RELEASE_Q;
        }
    }

    /** Units are found damaged and stay on hand. */
    record Damage(StockKey key, int units, Condition from) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.DAMAGE;
        }
    }

    /** Units are thrown away. */
    record Scrap(StockKey key, int units, Condition from, List<String> serials)
            implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.SCRAP;
        }
    }

    /** A customer's units come back. */
    record ReturnReceive(StockKey key, int units, Condition disposition, List<String> serials)
            implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.RETURN_RECEIVE;
        }
    }

    /**
     * Another event was wrong: exactly its opposite.
     *
     * @param legs what the other event did
     */
    record Reverse(UUID eventId, List<StockLeg> legs) implements StockEvent {
        @Override
        public Kind kind() {
            return Kind.REVERSE;
        }
    }
}
