package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.NamedClaim;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.launcher.simulate.Books.Event;
import io.fulfillx.launcher.simulate.Books.Stock;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.TrackingNumber;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Servers that keep feed, parcels, stock or labels wrongly. */
final class BadBooks {
    private BadBooks() {}

    /** Readers go on behind the highest sequence number they saw. */
    static final class PlainSequence extends Parts {
        @Override
        MemoryFeed feed(Books books) {
            return new MemoryFeed(books) {
                @Override
                boolean isBehind(Event event, long xid, long seq) {
                    return seq == 0 ? super.isBehind(event, xid, seq) : event.seq() > seq;
                }

                @Override
                Comparator<Event> order() {
                    return Comparator.comparingLong(Event::seq);
                }
            };
        }
    }

    /** Neither the parcel's status nor the last line is looked at. */
    static final class SecondPack extends Parts {
        @Override
        Floor floor(House house) {
            return new MemoryFloor(house) {
                @Override
                FactOutcome packed(Parcel parcel, PackedParcel packed, boolean despiteHolds) {
                    if (parcel.status() == ParcelStatus.PACKED) {
                        parcel.lines()
                                .forEach(
                                        line ->
                                                house().stock()
                                                        .takeOut(
                                                                line.stock(),
                                                                line.toShip().units()));
                        return FactOutcome.APPLIED;
                    }
                    return super.packed(parcel, packed, despiteHolds);
                }

                @Override
                boolean ship(ParcelId parcel, TrackingNumber number) {
                    boolean _ = super.ship(parcel, number);
                    return true;
                }
            };
        }
    }

    /** Whoever names the parcel is taken to have it. */
    static final class NoFence extends Parts {
        @Override
        Floor floor(House house) {
            return new MemoryFloor(house) {
                @Override
                public Map<ParcelId, Claim> meantClaims(
                        Tx tx, StationId station, List<NamedClaim> named) {
                    Map<ParcelId, Claim> meant = new HashMap<>();
                    for (NamedClaim each : named) {
                        house().claims()
                                .live(each.parcel())
                                .ifPresent(claim -> meant.put(each.parcel(), claim));
                    }
                    return meant;
                }
            };
        }
    }

    /** A lease that ended is over, whatever the station may be doing. */
    static final class ClockTakes extends Parts {
        @Override
        Desk desk(House house, MemoryStock stock) {
            return new Desk(house, stock) {
                @Override
                boolean staysWith(Claim claim, Parcel parcel, boolean givenUp, boolean toteInHand) {
                    boolean ended = claim.leaseUntil().isBefore(house.clock().instant());
                    return super.staysWith(claim, parcel, givenUp, toteInHand || ended);
                }
            };
        }
    }

    /** Jobs are numbered by the server's clock, which may be set back. */
    static final class ClockNumbers extends Parts {
        @Override
        House house(
                Books books, MemoryFeed feed, MemoryStock stock, Clock clock, Supplier<UUID> ids) {
            return new House(books, feed, stock, clock, ids) {
                @Override
                long version() {
                    return clock().instant().toEpochMilli();
                }
            };
        }
    }

    /** A cancel is confirmed before the stations have answered. */
    static final class HastyCancel extends Parts {
        @Override
        House house(
                Books books, MemoryFeed feed, MemoryStock stock, Clock clock, Supplier<UUID> ids) {
            return new House(books, feed, stock, clock, ids) {
                @Override
                boolean cancel(OrderId id) {
                    boolean asked = super.cancel(id);
                    if (asked && isAwaited(id)) {
                        giveUp(id);
                    }
                    return asked;
                }
            };
        }
    }

    /** A label is a label, wherever it leads. */
    static final class OldAddress extends Parts {
        @Override
        Floor floor(House house) {
            return new MemoryFloor(house) {
                @Override
                public Set<ParcelId> forOldAddress(Tx tx, Collection<Parcel> parcels) {
                    return Set.of();
                }
            };
        }
    }

    /** Units that left the house are still promised. */
    static final class StaysReserved extends Parts {
        @Override
        MemoryStock stock(Books books) {
            return new MemoryStock(books) {
                @Override
                void takeOut(LineStock line, int units) {
                    super.takeOut(line, units);
                    reserve(shelf(line), units);
                }
            };
        }
    }

    /** What is promised to nobody is released all the same: less than nothing is reserved. */
    static final class ReleasesTwice extends Parts {
        @Override
        MemoryStock stock(Books books) {
            return new MemoryStock(books) {
                @Override
                void release(LineStock line, int units) {
                    super.release(line, units);
                    Stock now = books.stock.get(shelf(line));
                    books.stock.put(shelf(line), new Stock(now.onHand(), now.reserved() - units));
                }
            };
        }
    }

    /** A purchase that nobody answered is tried again without asking. */
    static final class BuysAgain extends Parts {
        @Override
        LabelClerk clerk(OrgId org, MemoryCommits commits, House house, SimCarrier carrier) {
            return new LabelClerk(org, commits, house, carrier) {
                @Override
                Optional<TrackingNumber> find(String reference) {
                    return Optional.empty();
                }
            };
        }
    }
}
