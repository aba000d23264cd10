package io.fulfillx.launcher.simulate;

import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.sync.PullFeed;
import io.fulfillx.desktop.sync.SendJournal;
import io.fulfillx.desktop.sync.ServerRefusal;
import io.fulfillx.launcher.station.PlayedHouse;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.model.sync.StationCommand;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** What happens in a house, from a seed; the same in every house that decides alike. */
final class History {
    private static final OperatorId OPERATOR = new OperatorId(new UUID(7, 7));
    private static final int ORDERS = 2;
    private static final int STEPS = 24;

    private final PlayedHouse house;
    private final List<SendJournal> senders = new ArrayList<>();
    private final List<PullFeed> pullers = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<Integer> orders = new ArrayList<>();

    private History(PlayedHouse house) {
        this.house = house;
        for (int i = 0; i < 2; i++) {
            StationStore store = house.store(i);
            StationIdentity identity = store.identity().orElseThrow();
            SendJournal sender = new SendJournal(store, identity, line(i), "machine");
            senders.add(sender);
            pullers.add(new PullFeed(store, identity, line(i), sender));
        }
    }

    private HeardLine line(int station) {
        return new HeardLine(house.line(station), said, "station " + station);
    }

    /** All that the server said to the stations, and what they know in the end. */
    static List<String> play(long seed, PlayedHouse house)
            throws IOException, InterruptedException, ServerRefusal {
        History history = new History(house);
        Random random = new Random(seed);
        for (int i = 0; i < ORDERS; i++) {
            history.orders.add(house.order(random.nextInt(2), 1 + random.nextInt(3)));
        }
        history.sync(0);
        history.sync(1);
        for (int i = 0; i < STEPS; i++) {
            int kind = random.nextInt(14);
            history.step(kind, random.nextInt(2), history.orders.get(random.nextInt(ORDERS)));
        }
        for (int i = 0; i < 4; i++) {
            history.sync(i % 2);
        }
        history.end();
        return history.said;
    }

    private void step(int kind, int station, int order)
            throws IOException, InterruptedException, ServerRefusal {
        switch (kind) {
            case 0, 1, 2, 3 -> act(station, order, this::pick);
            case 4, 5 -> act(station, order, this::pack);
            case 6 -> act(station, order, this::shortage);
            case 7 -> act(station, order, this::aside);
            case 8, 9 -> sync(station);
            case 10 -> {
                if (!house.isPacked(order)) {
                    house.cancel(order);
                }
            }
            case 11 -> house.hold(order);
            case 12 -> house.release(order);
            default -> house.move(order, station);
        }
    }

    private void sync(int station) throws IOException, InterruptedException, ServerRefusal {
        while (senders.get(station).round() == SendJournal.Sent.SOME) {
            said.add("more");
        }
        house.settle();
        boolean more = true;
        while (more) {
            more = pullers.get(station).round(Duration.ZERO).more();
        }
    }

    private interface Deed {
        Optional<StationChange> of(StoredJob job);
    }

    private void act(int station, int order, Deed deed) {
        StationStore store = house.store(station);
        store.jobs().stream()
                .filter(job -> number(job) == order)
                .filter(StoredJob::open)
                .findFirst()
                .flatMap(deed::of)
                .ifPresent(store::confirm);
    }

    private static int number(StoredJob job) {
        return Integer.parseInt(job.job().orderName().replaceAll("[^0-9]", ""));
    }

    private static PackLine line(StoredJob job) {
        return job.job().lines().getFirst();
    }

    private static int left(StoredJob job) {
        return line(job).quantity().units() - job.work().line(line(job).lineId()).picked();
    }

    private Optional<StationChange> pick(StoredJob job) {
        if (left(job) <= 0) {
            return Optional.empty();
        }
        ParcelWork work =
                job.work().with(line(job).lineId(), job.work().line(line(job).lineId()).pick(1));
        return Optional.of(
                StationChange.of(
                        OPERATOR,
                        work.inTote("T1").at(WorkStage.PICKING),
                        new StationCommand.PickConfirmed(
                                job.job().parcelId(), line(job).lineId(), Quantity.ONE, "T1")));
    }

    private Optional<StationChange> pack(StoredJob job) {
        if (left(job) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                StationChange.of(
                        OPERATOR,
                        job.work().packed(at(job)),
                        new StationCommand.ParcelPacked(
                                job.job().parcelId(),
                                job.job().paidLabel().trackingNumber(),
                                "S",
                                new Weight(500))));
    }

    private static Instant at(StoredJob job) {
        return Instant.EPOCH.plusMillis(job.job().version() / 1_000);
    }

    private Optional<StationChange> shortage(StoredJob job) {
        if (left(job) <= 0) {
            return Optional.empty();
        }
        StationCommand missing =
                new StationCommand.PickShort(
                        job.job().parcelId(), line(job).lineId(), new Quantity(left(job)));
        return aside(job, "short", missing);
    }

    private Optional<StationChange> aside(StoredJob job) {
        return aside(job, "sticky");
    }

    private static Optional<StationChange> aside(
            StoredJob job, String reason, StationCommand... before) {
        List<StationCommand> commands = new ArrayList<>(List.of(before));
        commands.add(new StationCommand.ParcelSetAside(job.job().parcelId(), reason));
        return Optional.of(
                new StationChange(
                        OPERATOR,
                        commands,
                        List.of(job.work().aside(reason, at(job))),
                        Optional.empty(),
                        false));
    }

    private void end() {
        for (int i = 0; i < 2; i++) {
            for (StoredJob job :
                    house.store(i).jobs().stream()
                            .filter(each -> orders.contains(number(each)))
                            .sorted(Comparator.comparingInt(History::number))
                            .toList()) {
                boolean open = job.job().state() == JobState.READY;
                said.add(
                        "station %d: order %d %s"
                                .formatted(i, number(job), open ? "READY" : job.job().state()));
            }
        }
    }
}
