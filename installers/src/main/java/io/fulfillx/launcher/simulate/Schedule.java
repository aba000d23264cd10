package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.desktop.sync.ServerRefusal;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandBatch;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens next in a run, by chance. */
final class Schedule {
    private static final int QUIET_ROUNDS = 60;
    private static final int MORNING = 8;

    private final World world;
    private final Chance chance;
    private final SimServer server;
    private final Mishaps mishaps;
    private final DiskImages disks;
    private final Disaster disaster;
    private MemoryFeed.@Nullable Early early;
    private @Nullable List<Map<?, ?>> backup;

    /** Of what cannot be undone only one kind strikes in a run. */
    private enum Disaster {
        NONE,
        DISK,
        SERVER
    }

    Schedule(World world) {
        this.world = world;
        this.chance = world.chance();
        this.server = world.server();
        this.mishaps = new Mishaps(world);
        this.disks = new DiskImages(world);
        this.disaster =
                world.isLane() && chance.oneIn(2)
                        ? Disaster.DISK
                        : Disaster.values()[chance.below(3)];
    }

    /** A run: orders come, work is done, much goes wrong; then nothing more goes wrong. */
    void play(int steps) {
        for (int i = world.isCrowded() ? 1 : 2 + chance.below(4); i > 0; i--) {
            order();
        }
        if (world.isLane()) {
            withoutLabels();
        }
        for (int i = 0; i < steps; i++) {
            try {
                if (world.isLane() && i == steps / 3) {
                    mishaps.carrierIsBack();
                }
                if (i == 0 && world.isCrowded()) {
                    rush();
                }
                step();
            } catch (ProgramCrash e) {
                world.note("the server crashed " + e.getMessage());
                server.commits().recover();
            }
            world.oracle().look();
        }
        quiet();
        world.oracle().lookWhenQuiet();
    }

    /** One parcel has been at two stations before anything else happens, and both know it. */
    private void rush() {
        server.clerk().work();
        world.stations().forEach(SimStation::pull);
        for (Parcel parcel : List.copyOf(server.books().parcels.rows())) {
            SimStation other = chance.any(world.stations());
            if (parcel.status().canBePacked() && !parcel.stationId().equals(other.id())) {
                move(parcel, other, true, false);
                boolean _ = other.pull();
            }
        }
    }

    /** The carrier did not answer all morning, and stations know it. */
    private void withoutLabels() {
        world.clock().move(Duration.ofMinutes(10));
        server.clerk().work();
        for (SimStation station : world.stations()) {
            boolean _ = station.push();
            boolean _ = station.pull();
            for (int i = 0; i < MORNING; i++) {
                new Hands(world, station, chance.any(world.operators())).act();
            }
        }
    }

    private void step() {
        SimStation station = someStation();
        world.clock().move(Duration.ofSeconds(chance.below(60)));
        station.clock().move(Duration.ofSeconds(chance.below(60)));
        switch (chance.below(100)) {
            case 0, 1, 2, 3 -> desk(this::hold);
            case 4, 5, 6 -> release();
            case 7, 8 -> desk(this::cancel);
            case 9, 10 -> desk(this::readdress);
            case 11, 12, 13 -> move();
            case 14, 15 -> {
                if (world.isCrowded()) {
                    move();
                } else {
                    order();
                }
            }
            case 16, 17, 18, 19, 20, 21 -> work();
            case 22, 23, 24 -> cut(station);
            case 25, 26 -> crash(station);
            case 27 -> jump(station);
            case 28, 29 -> disaster(station);
            case 30, 31 -> world.lateArrival();
            case 32, 33, 34 -> undo(station);
            case 35 -> world.parts().prune(station);
            case 36, 37 -> slowWriter();
            case 38 -> carry(station);
            case 39 -> dismiss();
            case 40, 41 -> mishaps.carrier();
            case 42, 43 -> mishaps.trouble();
            case 44, 45, 46 -> {
                if (world.isLane()) {
                    disaster(station);
                } else {
                    sync(station);
                }
            }
            default -> {
                if (chance.oneIn(world.isCrowded() ? 4 : 2)) {
                    sync(station);
                } else {
                    new Hands(world, station, chance.any(world.operators())).act();
                }
            }
        }
    }

    /** Where most is to be done, and at a copy of it, something happens more often. */
    private SimStation someStation() {
        boolean busy = world.isLane() && chance.oneIn(2);
        if (!busy) {
            return chance.any(world.stations());
        }
        return chance.oneIn(3) ? world.stations().getLast() : world.stations().getFirst();
    }

    private void sync(SimStation station) {
        boolean _ = chance.oneIn(2) ? station.push() : station.pull();
    }

    private void order() {
        StationId station = someStation().id();
        int parcels = world.isCrowded() ? 1 : 1 + chance.below(2);
        int units = world.isCrowded() || world.isLane() ? 1 : 1 + chance.below(3);
        world.note("an order of " + parcels + " parcels comes in");
        server.run(() -> server.desk().order(station, parcels, units, world.items()));
    }

    private void work() {
        world.note("labels are bought");
        server.clerk().work();
    }

    private interface Decision {
        void on(OrderId order);
    }

    /** Somebody decides something about an order, perhaps in a transaction that takes its time. */
    private void desk(Decision decision) {
        List<OrderForShipping> open =
                server.books().orders.where(order -> !order.status().isOver());
        if (open.isEmpty()) {
            return;
        }
        OrderId order = chance.any(open).orderId();
        MemoryFeed.Early slow = early;
        early = null;
        if (slow != null) {
            world.note("the slow writer ends");
            server.feed().goOn(slow);
        }
        server.run(() -> decision.on(order));
    }

    /** A transaction begins that ends with a decision to come; others overtake it. */
    private void slowWriter() {
        if (early == null) {
            world.note("a slow writer begins");
            early = server.feed().begin(chance.oneIn(2));
        }
    }

    /** Somebody hands the station's journal to the server in a file; the station hears nothing. */
    private void carry(SimStation station) {
        station.store().settle();
        OutgoingJournal.Batch rows =
                station.store()
                        .outgoing()
                        .next(station.clock().instant(), CommandBatch.MAX_COMMANDS);
        try {
            BatchReply reply =
                    server.takeByHand(station.id(), rows.epoch(), SimLine.array(rows.rows()));
            world.note(rows.rows().size() + " rows of " + station + " are carried to the server");
            world.oracle().taken(station, rows, reply, false);
        } catch (IOException | ServerRefusal e) {
            world.note("a file of " + station + " is not taken: " + e.getMessage());
        }
    }

    /** One of the operators may not work any more, which stations do not know. */
    private void dismiss() {
        OperatorId operator = world.operators().getLast();
        if (!server.books().disabled.has(operator.value())) {
            world.note("an operator is disabled");
            server.run(
                    () -> server.books().disabled.put(operator.value(), world.clock().instant()));
        }
    }

    private void hold(OrderId order) {
        world.note("somebody holds " + name(order));
        server.desk().hold(order);
    }

    private void release() {
        List<OrderForShipping> held =
                server.books().orders.where(order -> !order.activeHolds().isEmpty());
        if (!held.isEmpty()) {
            OrderForShipping order = chance.any(held);
            world.note("a lead lets " + order.name() + " go on");
            server.run(() -> server.house().release(order.orderId()));
        }
    }

    private void cancel(OrderId order) {
        world.note("somebody cancels " + name(order));
        boolean _ = server.house().cancel(order);
    }

    private void readdress(OrderId order) {
        if (!server.books().orders.get(order).status().isGivenUp()) {
            world.note(name(order) + " goes to another address");
            server.desk().readdress(order);
        }
    }

    private String name(OrderId order) {
        return server.books().orders.get(order).name();
    }

    private void move() {
        List<Parcel> live =
                server.books()
                        .parcels
                        .where(
                                parcel ->
                                        parcel.status().canBePacked()
                                                || server.house().lane().mayLackLabel(parcel));
        if (live.isEmpty()) {
            return;
        }
        Parcel parcel = chance.any(live);
        SimStation to = chance.any(world.stations());
        boolean toteInHand = world.isCrowded() || chance.oneIn(2);
        boolean committed =
                server.house()
                        .claims()
                        .live(parcel.parcelId())
                        .filter(claim -> claim.state() == Claim.State.COMMITTED)
                        .isPresent();
        if (!parcel.stationId().equals(to.id())) {
            move(parcel, to, toteInHand, committed);
        }
    }

    private void move(Parcel parcel, SimStation to, boolean toteInHand, boolean committed) {
        boolean[] moved = {false};
        server.run(() -> moved[0] = server.desk().move(parcel, to.id(), toteInHand));
        if (!moved[0]) {
            return;
        }
        world.note("a parcel of " + name(parcel.orderId()) + " goes to " + to);
        Violation.unless(toteInHand || !committed, "a clock took a parcel away from its station");
        for (SimStation station : world.stations()) {
            if (station.id().equals(to.id())) {
                station.fetched().remove(parcel.parcelId());
            } else if (toteInHand && !chance.oneIn(world.isCrowded() ? 2 : 4)) {
                station.fetched().add(parcel.parcelId());
            }
        }
    }

    private void cut(SimStation station) {
        world.note(station + (station.isCut() ? " is online" : " is offline"));
        station.cut(!station.isCut());
    }

    private void crash(SimStation station) {
        if (chance.oneIn(2)) {
            world.note(station + " crashes");
            station.crash();
        } else {
            world.note("the server crashes soon");
            server.commits().crashIn(1 + chance.below(8), chance.oneIn(2));
        }
    }

    private void jump(SimStation station) {
        if (chance.oneIn(3)) {
            // Somebody sets the server's clock, too.
            boolean back = world.story().size() % 3 == 0;
            world.note(back ? "the server's clock goes back by 3 hours" : "two hours pass");
            world.clock().move(Duration.ofHours(back ? -3 : 2));
        } else {
            int hours = chance.below(9) - 4;
            world.note("the clock of " + station + " jumps by " + hours + " hours");
            station.clock().move(Duration.ofHours(hours));
        }
    }

    private void undo(SimStation station) {
        Optional<Undoable> act = station.undoable();
        if (act.isPresent()) {
            station.undoable(null);
            if (world.parts().undo(station, station.store(), act.get())) {
                world.note(station + " takes its last act back");
                world.oracle().undone(act.get().commandId().value());
            }
        }
    }

    private void disaster(SimStation station) {
        switch (disaster) {
            case NONE -> {}
            case DISK -> disks.strike(station);
            case SERVER -> database();
        }
    }

    private void database() {
        List<Map<?, ?>> taken = backup;
        if (taken == null) {
            world.note("the database is backed up");
            backup = server.backup();
        } else {
            world.note("the database is put back as it was");
            server.restore(taken);
            backup = null;
            early = null;
            world.dropLate();
            world.oracle().serverForgot();
            world.stations().forEach(SimStation::doubt);
            world.carrier().reconcile(server.clerk().numbers());
        }
    }

    /** Everybody is online, nothing goes wrong, and all is said until nobody has news. */
    private void quiet() {
        world.note("from here on nothing goes wrong");
        world.calmDown();
        server.books().trouble.end();
        server.commits().recover();
        if (early != null) {
            server.feed().abandon(early);
        }
        world.dropLate();
        world.stations().forEach(station -> station.cut(false));
        for (int i = 0; i < QUIET_ROUNDS; i++) {
            boolean busy = false;
            server.clerk().work();
            for (SimStation station : world.stations()) {
                station.clock().move(Duration.ofMinutes(1));
                busy |= station.push();
                busy |= station.pull();
            }
            if (!busy) {
                return;
            }
        }
        throw new Violation("they never agree");
    }
}
