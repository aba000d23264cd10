package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.sync.api.JournalBook.Stored;
import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.JournalOpened;
import io.fulfillx.model.sync.Verdict;
import io.fulfillx.model.wire.Json;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sees everything that really happened, and compares what server and stations make of it. */
final class Oracle {
    private final World world;

    /** Acts that happened and must come to the server. */
    private final Map<UUID, String> deeds = new LinkedHashMap<>();

    private final Set<ParcelId> gone = new HashSet<>();
    private final Set<UUID> undone = new HashSet<>();
    private final Set<UUID> acknowledged = new LinkedHashSet<>();

    private final PlatePromises plates;

    Oracle(World world) {
        this.world = world;
        this.plates = new PlatePromises(world);
    }

    PlatePromises plates() {
        return plates;
    }

    void confirmed(SimStation station, List<CommandEnvelope> rows) {
        rows.forEach(
                row ->
                        deeds.put(
                                row.commandId().value(),
                                row.command().getClass().getSimpleName() + " at " + station));
    }

    void undone(UUID command) {
        deeds.remove(command);
        undone.add(command);
    }

    /** A disk that was put back, or a copy of one, still has acts that were taken back since. */
    void revived(Set<UUID> commands) {
        undone.removeAll(commands);
        plates.copied();
    }

    /** What only a disk knew that was put back is gone: nobody can hand it in. */
    void forget(Set<UUID> commands) {
        commands.removeIf(world.server().books().commands::has);
        commands.forEach(deeds::remove);
    }

    /** The server was put back: what it said after the backup holds no more. */
    void serverForgot() {
        plates.copied();
        Books books = world.server().books();
        acknowledged.removeIf(command -> !books.commands.has(command));
        gone.removeIf(parcel -> !books.shipments.has(parcel));
    }

    void opened(SimStation station, UUID opening, JournalOpened answer) {
        Books books = world.server().books();
        boolean owns =
                books.owners
                        .find(station.id())
                        .filter(owner -> opening.equals(owner.opening()))
                        .isPresent();
        Violation.unless(
                owns || books.owners.find(station.id()).isEmpty(),
                "the journal of " + station + " goes on although another store has it");
    }

    /**
     * Rows were answered.
     *
     * @param grew whether the server took any of them for the first time
     */
    void taken(SimStation station, OutgoingJournal.Batch batch, BatchReply reply, boolean grew) {
        Books books = world.server().books();
        boolean owns =
                books.owners
                        .find(station.id())
                        .map(owner -> owner.generation() == batch.generation())
                        .orElse(true);
        Violation.unless(!grew || owns, "an older store of " + station + " wrote its journal on");
        for (CommandVerdict verdict : reply.verdicts()) {
            CommandEnvelope row =
                    Json.read(
                            batch.rows().get((int) (verdict.n() - batch.firstN())),
                            CommandEnvelope.class);
            UUID command = row.commandId().value();
            Optional<Stored> stored =
                    books.commands.find(command).flatMap(books.rows::find).map(Books.Row::stored);
            Violation.unless(
                    stored.isPresent(),
                    "row "
                            + verdict.n()
                            + " of "
                            + station
                            + " is answered with "
                            + verdict.verdict()
                            + " and is nowhere");
            Violation.unless(
                    isSame(verdict, stored.get()),
                    "row "
                            + verdict.n()
                            + " of "
                            + station
                            + " is answered with "
                            + verdict.verdict()
                            + ", the server has "
                            + stored.get().verdict());
            acknowledged.add(command);
            books.commands
                    .find(command)
                    .flatMap(books.rows::find)
                    .ifPresent(kept -> BatchPromises.check(books, kept));
        }
    }

    private static boolean isSame(CommandVerdict said, Stored stored) {
        return said.verdict() == stored.verdict()
                || said.verdict() == Verdict.ALREADY_APPLIED && stored.verdict() == Verdict.APPLIED;
    }

    /** A page was taken in. */
    void tookIn(SimStation station, Map<ParcelId, ParcelWork> before) {
        before.forEach(
                (parcel, work) -> {
                    Optional<ParcelWork> now = station.store().job(parcel).map(StoredJob::work);
                    Violation.unless(
                            now.filter(work::equals).isPresent(),
                            "a page changed what was done at "
                                    + station
                                    + " and not answered: "
                                    + work.stage()
                                    + " became "
                                    + now.map(it -> it.stage().name()).orElse("nothing"));
                });
    }

    /** A packer is about to finish a parcel. */
    void packs(SimStation station, ParcelId parcelId) {
        Books books = world.server().books();
        Optional<Parcel> parcel = books.parcels.find(parcelId);
        boolean cancelled =
                parcel.map(it -> books.orders.get(it.orderId()).status())
                        .filter(status -> status == OrderStatus.CANCELLED)
                        .isPresent();
        boolean holds =
                world.server()
                        .house()
                        .claims()
                        .live(parcelId)
                        .map(Claim::stationId)
                        .filter(station.id()::equals)
                        .isPresent();
        Violation.unless(
                !cancelled || !holds || station.isDoubtful(),
                "the cancel was confirmed, and then " + station + " packs the parcel");
    }

    /** What must hold at every moment. */
    void look() {
        world.forger().check();
        departures();
        plates.look();
        ServerPromises.check(world.server().books(), world.carrier(), world.stockAtStart());
        Books books = world.server().books();
        for (UUID command : acknowledged) {
            Violation.unless(books.commands.has(command), "an acknowledged act is missing");
        }
        for (UUID command : undone) {
            Violation.unless(!books.commands.has(command), "an act that was taken back is booked");
        }
    }

    /** Nothing leaves under a label for an address that was changed, or that does not fit. */
    private void departures() {
        Books books = world.server().books();
        for (ParcelId parcel : books.shipments.all().keySet()) {
            if (gone.add(parcel)) {
                Violation.unless(
                        !world.server().house().isForOldAddress(books.parcels.get(parcel)),
                        "a parcel left for an address that is not its order's any more");
                Parcel left = books.parcels.get(parcel);
                Violation.unless(
                        world.server()
                                .house()
                                .lane()
                                .fits(
                                        books.labels.get(parcel),
                                        left.shippedCarton(),
                                        left.shippedWeight()),
                        "a parcel left under a label that was bought for another weight");
            }
        }
    }

    /** What must hold when everything was sent and told. */
    void lookWhenQuiet() {
        look();
        plates.lookWhenQuiet();
        Books books = world.server().books();
        BatchPromises.checkOrder(books);
        deeds.forEach(
                (command, what) ->
                        Violation.unless(
                                books.commands.has(command), what + " never came to the server"));
        for (SimStation station : world.stations()) {
            int unsent = station.store().count().unsent();
            Violation.unless(unsent == 0, unsent + " acts of " + station + " are not answered");
            StationPromises.check(world, station);
        }
        books.orders
                .rows()
                .forEach(
                        order ->
                                Violation.unless(
                                        order.status() != OrderStatus.CANCEL_REQUESTED,
                                        "the cancel of " + order.name() + " is never confirmed"));
    }
}
