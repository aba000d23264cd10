package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.shipping.api.LabelRule;
import io.fulfillx.desktop.sync.ServerRefusal;
import io.fulfillx.launcher.simulate.Books.Shelf;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.label.FitTolerance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything of one run. */
final class World implements AutoCloseable {
    private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");

    private final Chance chance;
    private final Parts parts;
    private final SimClock clock = new SimClock(MORNING);
    private final SimCarrier carrier;
    private final SimServer server;
    private final Oracle oracle;
    private final Forger forger;
    private final Path home;
    private final List<SimStation> stations = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private final List<ItemId> items = new ArrayList<>();
    private final List<OperatorId> operators = new ArrayList<>();
    private final Map<Shelf, Integer> atStart = new HashMap<>();
    private final List<String> story = new ArrayList<>();
    private int folders;
    private boolean calm;

    /** Everybody works on the same few parcels. */
    private final boolean crowded;

    /** Somebody has a copy of the stations' keys. */
    private final boolean forged;

    /** The carrier is away, and one busy bench gets all orders. */
    private final boolean lane;

    /** A request that arrives when nobody waits for it any more. */
    interface Late {
        void arrive() throws IOException, ServerRefusal;
    }

    /**
     * @param home an empty folder for its disks
     */
    World(long seed, Parts parts, Path home) {
        this.chance = new Chance(seed);
        this.parts = parts;
        this.crowded = chance.oneIn(3);
        this.forged = !crowded && chance.oneIn(4);
        this.lane = !crowded && !forged && chance.oneIn(2);
        this.home = home;
        this.carrier = new SimCarrier(chance);
        this.server = new SimServer(parts, clock, chance, carrier);
        this.oracle = new Oracle(this);
        this.forger = new Forger(server.books());
        server.run(this::furnish);
        carrier.away(lane || chance.oneIn(4));
    }

    private void furnish() {
        FitTolerance tolerance = chance.oneIn(3) ? null : new FitTolerance(50, 10, true);
        LabelRule rule = LabelRule.BY_DEFAULT;
        server.books()
                .rules
                .put(
                        SimServer.ORG,
                        new LabelRule(rule.companyPrefix(), rule.extensionDigit(), tolerance));
        for (int i = 0; i < 3; i++) {
            ItemId item = new ItemId(server.house().id());
            items.add(item);
            for (int place = 0; place < 2; place++) {
                Shelf shelf = new Shelf(item, new LocationId(server.house().id()));
                server.stock().receive(shelf, 12);
                atStart.put(shelf, 12);
            }
        }
        for (int i = 0; i < 2; i++) {
            operators.add(new OperatorId(server.house().id()));
        }
    }

    /** A station that is let in; its disk is ready made. */
    void enrol(Path template, int number) {
        Path disk = folder();
        Disks.copy(template, disk);
        SimClock own = new SimClock(clock.instant());
        SimStation station =
                new SimStation(this, "Bench " + number, "machine " + number, own, disk);
        String key = station.store().outgoing().publicKey();
        server.run(() -> server.books().keys.put(station.id(), key));
        stations.add(station);
    }

    /** A copy of a disk is started beside the station it was taken from, on another machine. */
    void clone(SimStation station, Path image) {
        Path disk = folder();
        Disks.copy(image, disk);
        SimClock own = new SimClock(station.clock().instant());
        String machine = chance.oneIn(2) ? "machine of the copy" : station.machine();
        SimStation copy = new SimStation(this, "Copy of " + station, machine, own, disk);
        copy.doubt();
        copy.cut(lane || chance.oneIn(2));
        stations.add(copy);
    }

    Chance chance() {
        return chance;
    }

    Parts parts() {
        return parts;
    }

    SimClock clock() {
        return clock;
    }

    SimCarrier carrier() {
        return carrier;
    }

    SimServer server() {
        return server;
    }

    Forger forger() {
        return forger;
    }

    Oracle oracle() {
        return oracle;
    }

    List<SimStation> stations() {
        return stations;
    }

    List<ItemId> items() {
        return items;
    }

    List<OperatorId> operators() {
        return operators;
    }

    Map<Shelf, Integer> stockAtStart() {
        return atStart;
    }

    /** A new, empty place for a disk. */
    Path folder() {
        folders++;
        return home.resolve(Integer.toString(folders));
    }

    /** From now on nothing goes wrong any more. */
    void calmDown() {
        calm = true;
        carrier.calm(true);
    }

    boolean isCrowded() {
        return crowded;
    }

    boolean isLane() {
        return lane;
    }

    boolean isForged() {
        return forged && !calm;
    }

    boolean isCalm() {
        return calm;
    }

    void later(Late request) {
        late.add(request);
    }

    /** One of the late requests arrives; nobody hears the answer. */
    void lateArrival() {
        if (late.isEmpty()) {
            return;
        }
        Late request = late.remove(chance.below(late.size()));
        note("a late request arrives");
        try {
            request.arrive();
        } catch (IOException | ServerRefusal e) {
            note("and is answered with " + e.getMessage());
        }
    }

    void dropLate() {
        late.clear();
    }

    void note(String sentence) {
        story.add(sentence);
    }

    List<String> story() {
        return story;
    }

    UUID id() {
        return server.house().id();
    }

    @Override
    public void close() {
        stations.forEach(SimStation::close);
    }
}
